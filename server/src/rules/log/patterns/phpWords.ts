import { Role } from './roles';

/**
 * Functions of PHP (php.net/manual, function reference): first what attackers are after and what is a word of
 * English as well, then names that are plainly PHP's own.
 */
export const phpWords: readonly (readonly [role: number, list: string])[] = [
  [
    Role.phpDanger,
    `file eval assert system exec include require copy glob rename symlink extract mail die exit print echo define constant`,
  ],
  [
    Role.phpFunction,
    `passthru shell_exec popen proc_open pcntl_exec include_once require_once phpinfo print_r var_dump readfile highlight_file show_source php_strip_whitespace fopen fread fwrite fputs fgets file_get_contents file_put_contents move_uploaded_file unlink chmod chown mkdir rmdir scandir opendir readdir create_function call_user_func call_user_func_array func_get_args array_map array_filter usort uasort uksort array_walk ob_start register_shutdown_function register_tick_function preg_replace preg_replace_callback base64_decode gzinflate gzuncompress gzdecode str_rot13 convert_uudecode hex2bin unserialize parse_str putenv ini_set dl error_log phpversion php_uname php_sapi_name getcwd get_cfg_var getenv getmyuid get_current_user set_time_limit ignore_user_abort curl_exec curl_init fsockopen pfsockopen stream_socket_client simplexml_load_string simplexml_load_file printf sprintf vprintf reflectionfunction reflectionmethod substr strlen strstr
     array_diff array_merge array_keys array_values array_push array_pop array_shift array_slice array_splice array_flip
     array_fill array_combine array_unique array_reverse array_reduce array_search array_key_exists array_rand
     array_intersect in_array is_array is_bool is_callable is_dir is_executable is_file is_float is_int is_link is_null
     is_numeric is_object is_readable is_resource is_scalar is_string is_uploaded_file is_writable is_writeable
     addslashes stripslashes addcslashes bin2hex chunk_split convert_cyr_string convert_uuencode count_chars
     htmlentities htmlspecialchars htmlspecialchars_decode html_entity_decode implode explode lcfirst ucfirst ucwords
     levenshtein localeconv ltrim md5_file metaphone money_format nl2br number_format nl_langinfo parse_url
     quoted_printable_decode quotemeta rtrim setlocale sha1_file similar_text sscanf strcasecmp strchr strcmp strcoll
     strcspn strip_tags stripcslashes stripos stristr strlen strnatcmp strncasecmp strncmp strpbrk strpos strrchr strrev
     strripos strrpos strspn strstr strtok strtolower strtotime strtoupper strtr str_contains str_pad str_repeat
     str_replace str_ireplace str_shuffle str_split str_word_count substr_compare substr_count substr_replace ucwords
     vfprintf vsprintf wordwrap checkdate checkdnsrr date_create date_default_timezone_set date_parse getdate gettimeofday
     gmdate gmmktime gmstrftime idate mktime strftime strptime easter_date hrtime microtime usleep time_nanosleep uniqid
     bzclose bzcompress bzdecompress bzflush bzopen bzread bzwrite gzclose gzcompress gzdeflate gzencode gzeof gzfile
     gzgets gzopen gzpassthru gzputs gzread gzseek gztell gzwrite readgzfile zlib_decode zlib_encode zlib_get_coding_type
     basename chgrp clearstatcache disk_free_space disk_total_space diskfreespace dirname fclose feof fflush fgetc fgetcsv
     fgetss fileatime filectime filegroup fileinode fileowner fileperms filesize filetype flock fnmatch
     fpassthru fputcsv fscanf fseek fstat ftell ftruncate lchgrp lchown linkinfo lstat parse_ini_file parse_ini_string
     pathinfo pclose realpath_cache_get set_file_buffer tempnam tmpfile disk_total escapeshellarg escapeshellcmd
     proc_close proc_get_status proc_nice proc_terminate posix_getpwuid posix_getpwnam posix_getuid posix_geteuid
     posix_getgid posix_kill posix_mkfifo posix_setuid posix_ttyname posix_uname pcntl_fork pcntl_signal pcntl_alarm
     get_defined_vars get_defined_functions get_defined_constants get_declared_classes get_object_vars get_class
     get_class_methods get_parent_class get_loaded_extensions get_extension_funcs get_html_translation_table
     get_include_path get_included_files get_magic_quotes_gpc get_meta_tags get_resource_type method_exists
     property_exists class_exists function_exists forward_static_call func_get_arg func_num_args iterator_apply
     debug_backtrace debug_print_backtrace debug_zval_refcount error_get_last error_reporting set_error_handler
     set_exception_handler restore_error_handler trigger_error user_error highlight_string php_ini_loaded_file
     php_ini_scanned_files php_logo_guid sys_getloadavg sys_get_temp_dir ini_get ini_get_all ini_alter ini_restore
     getmypid getmyinode getlastmod getopt getrusage gethostbyaddr gethostbyname gethostname getmxrr getprotobyname
     getservbyname dns_get_record ip2long long2ip inet_pton openlog closelog syslog headers_list headers_sent
     header_remove http_response_code http_build_query setcookie setrawcookie socket_create socket_connect
     stream_context_create stream_get_contents stream_wrapper_register stream_filter_append json_decode json_encode
     json_last_error iconv_strlen mb_convert_encoding mb_ereg_replace mb_substr mb_strlen mb_strpos mb_send_mail
     ctype_alnum ctype_alpha ctype_digit ctype_xdigit preg_match preg_match_all preg_quote preg_split preg_grep ereg
     ereg_replace eregi eregi_replace ob_get_contents ob_get_clean ob_end_clean ob_end_flush ob_get_flush output_add_rewrite_var
     session_start session_id session_destroy session_unset session_regenerate_id session_set_save_handler
     mysql_connect mysql_query mysql_fetch_array mysql_real_escape_string mysqli_connect mysqli_query pg_connect pg_query
     pg_exec sqlite_open odbc_connect odbc_exec oci_connect mssql_connect ldap_connect ftp_connect ftp_login ftp_get
     ftp_put ssh2_exec curl_setopt curl_file_create curl_multi_exec image2wbmp imagecreatefromgif imagecreatefromjpeg
     imagecreatefrompng imagegif imagejpeg imagepng imagewbmp getimagesize exif_read_data exif_imagetype exif_thumbnail
     openssl_encrypt openssl_decrypt openssl_pkey_new hash_hmac hash_file hash_algos password_hash
     password_verify random_bytes random_int mt_rand mt_srand mt_getrandmax getrandmax lcg_value mcrypt_encrypt
     sodium_crypto_secretbox sodium_crypto_sign sodium_crypto_box spl_autoload_register spl_classes spl_object_hash
     simplexml_import_dom dom_import_simplexml xml_parser_create xml_parse xmlrpc_decode xslt_process libxml_use_internal_errors
     utf8_decode utf8_encode var_export settype gettype floatval intval boolval doubleval strval array_multisort natsort
     natcasesort krsort ksort arsort asort rsort array_walk_recursive array_key_first array_key_last array_product
     array_sum array_chunk array_pad array_column array_count_values gc_collect_cycles gc_enable
     runkit_function_rename override_function rename_function ssh2_connect ssh2_tunnel event_new yaml_parse
     rawurlencode rawurldecode urldecode urlencode serialize sizeof isset phpcredits bindec decbin dechex hexdec octdec deg2rad rad2deg fprintf ftok fmod hypot intdiv jdtogregorian juliantojd gregoriantojd jewishtojd getallheaders gettext ngettext iptcparse iptcembed localtime log1p expm1 png2wbmp jpeg2wbmp realpath rewinddir closedir unpack umask textdomain tanh sinh cosh acos asin atan2 ziparchive crc32 hebrev hebrevc mhash readlink getmygid getservbyport gethostbynamel unixtojd
     apache_getenv apache_setenv apache_note apache_child_terminate apache_get_modules cli_set_process_title
     opcache_get_status opcache_compile_file assert_options`,
  ],
  [
    Role.phpPrefix,
    `array str mb preg posix pcntl proc socket stream sodium openssl mcrypt hash curl ftp ssh2 ldap mysql mysqli pg sqlite
     odbc oci mssql pdo xml xmlrpc xslt simplexml dom libxml json iconv ctype date gmp bc session ob output spl
     readline gz bz zlib zip image imap exif gd func call get is php phar ini inotify intl locale normalizer
     apache opcache apc apcu memcache runkit assert debug error trigger escapeshell file fopen dns inet net
     highlight parse random password forward iterator method property class function create register restore
     set settype unregister utf8 var yaml wddx shmop shm sem msg ibase fbsql db2 cubrid enchant pspell recode tidy
     snmp sapi sys`,
  ],
  // Settings that change what PHP runs or shows (php.net, "List of php.ini directives").
  [
    Role.phpSetting,
    `allow_url_fopen allow_url_include auto_append_file auto_prepend_file auto_detect_line_endings disable_functions
     disable_classes display_errors display_startup_errors doc_root docref_root enable_dl error_append_string error_log
     error_prepend_string extension_dir file_uploads html_errors ignore_repeated_errors include_path
     input_encoding internal_encoding log_errors magic_quotes_gpc magic_quotes_runtime max_execution_time max_input_time
     max_input_vars memory_limit open_basedir output_buffering output_handler output_encoding post_max_size
     realpath_cache_size register_argc_argv register_globals report_memleaks request_order
     safe_mode_exec_dir safe_mode_include_dir sendmail_from sendmail_path serialize_precision short_open_tag
     upload_max_filesize upload_tmp_dir unserialize_callback_func user_ini variables_order zend_extension
     always_populate_raw_post_data arg_separator asp_tags default_charset default_mimetype default_socket_timeout
     user_dir y2k_compliance`,
  ],
];
