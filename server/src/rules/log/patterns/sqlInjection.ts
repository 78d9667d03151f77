import { PROOF, STRONG, TELLING } from '../match/witness';
import { ANYWHERE, linesOf, Part, QUERY, TARGET, type Literals } from './literal';
import { wordsOf } from './roles';

/** Names and functions of databases that only a query has; the shapes of queries are found by the rules' own reader of SQL. */
export const sqlInjection: readonly Literals[] = [
  {
    kind: 'sql-injection',
    weight: PROOF,
    parts: ANYWHERE,
    edges: 'free',
    texts: linesOf(`
      xp_cmdshell
      xp_dirtree
      xp_regread
      xp_fileexist
      sp_executesql
      sp_oacreate
      sp_password
      sp_makewebtask
      dbms_pipe.receive_message
      dbms_lock.sleep
      dbms_xmlgen.
      utl_http.request
      utl_inaddr.get_host
      ctxsys.drithsx
      extractvalue(
      updatexml(
      load_file(
      pg_sleep(
      pg_read_file(
      benchmark(
      into outfile
      into dumpfile
      waitfor delay
      waitfor time
      procedure analyse
      group_concat(
      concat(0x
      concat_ws(0x
      char(0x
      char(58
      char(113
      chr(113
      unhex(hex
      rlike sleep
      master..
      @@version
      @@datadir
      @@hostname
      @@basedir
      @@global.
      '||'
      'or'1'='1
      or 1=1
      and 1=1
      and 1=2
      and(1=1
      or(1=1
      '='
      "="
      1=1--
      '1'='1
      "1"="1
      a'='a
      /**/select
      /**/union
      union/**/
      select/**/
      /**/from
      /**/and
      /**/or
      (select(
      (select 1
      (select*
      (select*from
      0x7e7e
      0x3a3a
      sleep(5)#
      json_keys((select
      if(now()=sysdate()
      floor(rand(0)*2)
      rand(0)*2
      {if 
    `),
  },
  {
    kind: 'sql-injection',
    weight: STRONG,
    parts: TARGET | Part.referrer | Part.agent,
    edges: 'word',
    texts:
      wordsOf(`information_schema.tables information_schema.columns information_schema.schemata mysql.user sqlite_master
      sqlite_temp_master pg_catalog pg_shadow pg_user pg_database pg_stat_user_tables sysobjects syscolumns sysdatabases
      sys.tables sys.databases sys.user_objects all_tables all_tab_columns user_tables user_tab_columns master.sys
      msysaces msysobjects msysqueries msyscompactable msdasql sqloledb northwind`),
  },
  {
    kind: 'sql-injection',
    weight: TELLING,
    parts: TARGET,
    edges: 'word',
    texts: wordsOf(
      'information_schema table_schema table_name column_name schema_name tablespace sys.schema_table_statistics',
    ),
  },
  {
    kind: 'sql-injection',
    weight: TELLING,
    parts: QUERY,
    edges: 'free',
    texts: linesOf(`
      ,null,null
      null,null
      null--
      ';--
      substr(
      substring(
      ascii(
      char(
      concat(
      declare @
      cast(
      convert(int
      order by 
      version()
      database()
      user()
      current_user
      --+
      -- -
      /*!
    `),
  },
  {
    kind: 'sql-injection',
    weight: STRONG,
    parts: Part.value,
    edges: 'whole',
    // Limits of numbers, and texts that break the arithmetic of old PHP, MySQL and Java (CVE-2010-4476).
    texts: wordsOf(`4294967296 4294967295 2147483648 -2147483649 -2147483648 9223372036854775808 18446744073709551616
      2.2250738585072007e-308 2.2250738585072011e-308 0000012456 1e309 1.0e309 0x7fffffff 0xffffffff`),
  },
];
