import { names } from './nameList';
/** Functions that start a program on the server (PHP manual, "Program execution Functions", "PCNTL"). */
export const COMMAND_FUNCTIONS: ReadonlySet<string> = new Set(
  names(`
    system exec shell_exec passthru popen proc_open pcntl_exec expect_popen w32_create_service
  `),
);

/** Functions that run a text as code; the number is the argument that holds it. */
export const CODE_FUNCTIONS: ReadonlyMap<string, readonly number[]> = new Map([
  ['eval', [0]],
  ['assert', [0]],
  ['create_function', [0, 1]],
  ['mb_ereg_replace', [1]],
  ['mb_eregi_replace', [1]],
]);

/** Functions that call another one; the number is the argument that names it. */
export const CALLBACK_ARGUMENT: ReadonlyMap<string, number> = new Map([
  ...names(`
    call_user_func call_user_func_array forward_static_call forward_static_call_array array_map ob_start
    register_shutdown_function register_tick_function spl_autoload_register set_error_handler set_exception_handler
    header_register_callback is_callable
  `).map((name): [string, number] => [name, 0]),
  ...names(`
    array_filter array_walk array_walk_recursive array_reduce usort uasort uksort preg_replace_callback
    iterator_apply mb_ereg_replace_callback sqlite_create_function
  `).map((name): [string, number] => [name, 1]),
  ...names(`
    array_diff_ukey array_diff_uassoc array_intersect_ukey array_intersect_uassoc array_udiff array_udiff_assoc
    array_uintersect array_uintersect_assoc
  `).map((name): [string, number] => [name, 2]),
]);

/** Of the callbacks' owners those that only ask, so that what they name is not called. */
export const ASKING_FUNCTIONS: ReadonlySet<string> = new Set(['is_callable', 'function_exists', 'method_exists']);

/** Functions that fetch from another machine when given a URL, or always. */
export const FETCH_FUNCTIONS: ReadonlySet<string> = new Set(
  names(`
    curl_exec curl_multi_getcontent wp_remote_get wp_remote_retrieve_body http_get
  `),
);

/** Functions that give a file's content, from the disk or by URL. */
export const READ_FUNCTIONS: ReadonlySet<string> = new Set(
  names(`
    file_get_contents file readfile fread fgets fgetc stream_get_contents stream_get_line gzfile show_source
    highlight_file parse_ini_file simplexml_load_file gzread fpassthru
  `),
);

/** Functions that clean or measure: their result is not the client's text any more. */
export const CLEANING_FUNCTIONS: ReadonlySet<string> = new Set(
  names(`
    intval floatval doubleval boolval count sizeof strlen mb_strlen is_array is_string is_numeric in_array
    array_key_exists array_search preg_match preg_match_all ereg eregi strcmp strcasecmp strpos stripos strrpos
    mb_strpos file_exists is_file is_dir is_readable is_writable filesize filemtime ctype_alnum ctype_alpha
    ctype_digit function_exists class_exists method_exists defined checkdate crc32 is_uploaded_file
    password_verify hash_equals similar_text levenshtein is_null is_int is_callable gettype substr_count
    version_compare strncmp strncasecmp substr_compare str_contains str_starts_with str_ends_with abs round floor
    ceil min max number_format mktime date checkdnsrr uniqid rand mt_rand unlink mkdir rmdir rename copy chmod
    touch move_uploaded_file file_put_contents fwrite fputs
  `),
);

/** Functions that make a checksum. */
export const DIGEST_FUNCTIONS: ReadonlySet<string> = new Set([
  'md5',
  'sha1',
  'hash',
  'crypt',
  'md5_file',
  'sha1_file',
  'hash_hmac',
]);

/** Checks of a value that a condition makes before the value is used. */
export const CHECKING_FUNCTIONS: ReadonlySet<string> = new Set(
  names(`
    in_array array_key_exists preg_match is_numeric ctype_alnum ctype_alpha ctype_digit ereg
  `),
);

/** PHP's own functions that hand a text on, changed or not, so that the client still decides about it. */
export const PASSING_FUNCTIONS: ReadonlySet<string> = new Set(
  names(`
    trim ltrim rtrim chop stripslashes addslashes strtolower strtoupper ucfirst lcfirst ucwords substr mb_substr
    str_replace str_ireplace preg_replace preg_replace_callback ereg_replace strtr strrev implode join explode
    preg_split split str_split array_merge array_map array_filter array_values array_keys array_pop array_shift
    array_slice array_reverse array_flip array_unique array_combine current pos end reset next prev key each
    array_rand array_diff array_intersect array_chunk array_column sprintf vsprintf nl2br htmlspecialchars
    htmlentities html_entity_decode htmlspecialchars_decode strip_tags urlencode rawurlencode urldecode
    rawurldecode base64_encode base64_decode gzinflate gzuncompress gzdecode gzcompress gzdeflate zlib_decode
    str_rot13 hex2bin bin2hex pack unpack convert_uudecode serialize unserialize json_decode json_encode
    mb_convert_encoding mb_convert_kana iconv mb_encode_mimeheader mb_strtolower utf8_encode utf8_decode strval
    chr ord str_pad str_repeat realpath basename dirname pathinfo parse_url strstr stristr strrchr wordwrap
    chunk_split var_export print_r compact array array_values mysql_real_escape_string mysqli_real_escape_string
    mysql_escape_string quotemeta addcslashes stripcslashes openssl_decrypt mcrypt_decrypt openssl_encrypt settype
    filter_var array_fill array_walk ucwords mb_strimwidth ob_get_clean ob_get_contents iterator_to_array
    bzdecompress call_user_func array_product array_reduce escapeshellarg escapeshellcmd get_object_vars
    quoted_printable_decode gzread
  `),
);

/** Endings of files that a web server commonly runs as PHP. */
export const PHP_ENDING = /\.(?:php[3-8s]?|phtml|pht|phar|inc)$/i;
