import { Role } from './roles';

/**
 * Words of SQL as MySQL, PostgreSQL, SQL Server, Oracle and SQLite document them. Sources: the reference manuals' lists of
 * key words and functions.
 */
export const sqlWords: readonly (readonly [role: number, list: string])[] = [
  [Role.sqlLogic, 'and or xor not'],
  [Role.sqlCompare, 'like ilike rlike regexp glob between in is similar sounds'],
  [
    Role.sqlVerb,
    `select insert update delete drop truncate create alter exec execute declare shutdown merge grant revoke waitfor
     replace handler rename`,
  ],
  [
    Role.sqlClause,
    `union intersect except all distinct from where having group order by limit offset into values table database schema
     view index column user function procedure trigger set join using escape case when then else end null true false
     outfile dumpfile delay as asc desc exists fetch`,
  ],
  [Role.sqlTimer, 'sleep benchmark pg_sleep pg_sleep_for dbms_lock'],
  [
    Role.sqlFunction,
    `group_concat concat_ws unhex load_file extractvalue updatexml xmltype make_set elt field find_in_set export_set
     char_length character_length bit_length octet_length bin oct conv crc32 sha1 sha2 aes_encrypt aes_decrypt
     current_user session_user system_user sysdate current_database current_schema connection_id last_insert_id row_count
     found_rows ifnull nullif isnull coalesce greatest least nvl nvl2 to_char to_number to_date to_base64
     from_base64 substring_index substr substring mid ascii ord chr nchar unicode sqlite_version typeof randomblob zeroblob
     hex lo_get lo_put lo_import lo_export lo_from_bytea pg_read_file pg_ls_dir pg_stat_file query_to_xml database_to_xml
     table_to_xml xpath_table xmlagg string_agg array_agg array_to_string string_to_array unnest regexp_replace
     regexp_substr regexp_instr regexp_like json_extract json_search json_array json_object json_keys json_value json_query
     json_build_object json_agg json_each jsonb_build_object jsonb_agg row_to_json to_json json_contains json_length
     json_type json_depth json_quote json_unquote json_set openrowset opendatasource openquery quotename stuff patindex
     charindex datalength db_name host_name object_id object_name col_name suser_name suser_sname user_name is_member
     is_srvrolemember has_dbaccess newid unistr overlay starts_with instr locate lpad rpad ltrim rtrim soundex rownum
     dbms_pipe utl_http utl_inaddr utl_file httpuritype ctxsys dbms_xmlgen sys_context name_const multipoint polygon
     geometrycollection linestring multilinestring multipolygon gtid_subset st_latfromgeohash st_longfromgeohash
     uuid_short bit_count bit_and bit_or bit_xor bit_count ln log2 log10 pi radians degrees sign curdate curtime
     utc_timestamp unix_timestamp from_unixtime makedate maketime period_add period_diff localtimestamp current_setting
     set_config convert_from convert_to quote_literal quote_ident to_hex get_byte set_byte  
     master_pos_wait inet_aton inet_ntoa release_lock get_lock is_free_lock is_used_lock std stddev
     stddev_pop var_pop var_samp variance`,
  ],
  [
    Role.sqlPlainFunction,
    `char concat count sum avg min max database schema user version length if cast convert rand random floor ceil ceiling
     round exp div mod power sqrt left right lower upper lcase ucase trim reverse repeat replace space insert format encode
     decode md5 now date time year month day values row any some array exists position strcmp compress uncompress encrypt
     password translate initcap`,
  ],
  [
    Role.sqlType,
    `int int2 int4 int8 integer bigint smallint numeric text varchar bool boolean json jsonb bytea float4 float8 regclass
     regproc regtype oid xml inet cidr uuid timestamptz timestamp interval money`,
  ],
];
