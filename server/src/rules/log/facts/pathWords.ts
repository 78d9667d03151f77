import type { MarkedWord } from './wordScanner';

/** What the path of a request tells, as bits. */
export const PathMark = {
  /** Style sheets, scripts, pictures and fonts, which browsers load with a page. */
  asset: 1 << 0,
  /** Films, sounds, documents and archives: files that a server hands out as they are. */
  download: 1 << 1,
  /** A program that the server runs. */
  script: 1 << 2,
  /** A program in PHP. */
  php: 1 << 3,
  /** Where passwords are sent to. */
  logIn: 1 << 4,
  /** Called by programs, not by people: interfaces, hooks, timers. */
  machine: 1 << 5,
  /** Named like a form that sends mail. */
  form: 1 << 6,
  /** Takes comments, trackbacks and entries of boards. */
  comment: 1 << 7,
  /** Takes new members. */
  registration: 1 << 8,
  /** Takes payments. */
  payment: 1 << 9,
  /** Hardly a rented site has it, and scanners ask every site for it. */
  probe: 1 << 10,
  /** Named like the way into an administration. */
  admin: 1 << 11,
  /** Holds passwords, keys or source code, or tells how the server is set up. */
  secret: 1 << 12,
  /** An archive or a copy of a database. */
  archive: 1 << 13,
  /** Named like a copy of the whole site. */
  backup: 1 << 14,
  /** Named like a web shell or an attacker's mailer that has that name everywhere. */
  shell: 1 << 15,
  /** In a folder for uploads, pictures, caches or hidden files, where sites keep no programs. */
  odd: 1 << 16,
  /** Tells the version of a content management system or of its parts. */
  version: 1 << 17,
  /** In the folder of a plug-in or a theme. */
  extension: 1 << 18,
  /** Lists who may write on the site. */
  users: 1 << 19,
  /** Begins with `wp-`, as the programs of WordPress do. */
  wordPress: 1 << 20,
  /** A whole URL, as only a proxy is asked for. */
  url: 1 << 21,
  /** Ends with a version of HTTP that there is not. */
  oddVersion: 1 << 22,
  /** Style sheets, scripts and fonts, which hardly any page of another site loads. */
  style: 1 << 23,
} as const;

/** The words that give a path its marks; in lower case, `^` and `$` where it must begin and end. */
export const pathWords: readonly MarkedWord[] = [
  ...endings(PathMark.asset | PathMark.style, 'css js mjs woff woff2 ttf otf eot'),
  ...endings(PathMark.asset, 'map png jpg jpeg jpe gif webp avif svg svgz ico cur bmp tif tiff'),
  ...endings(PathMark.download, 'mp4 m4v webm mov avi mp3 m4a ogg oga wav flac m3u8 mpd ts swf'),
  ...endings(
    PathMark.download,
    'pdf doc docx xls xlsx ppt pptx epub zip gz tgz bz2 xz rar 7z tar lzh dmg iso apk deb rpm',
  ),
  ...endings(
    PathMark.script,
    'php php3 php4 php5 php7 phtml pht phar cgi pl py rb asp aspx ashx asmx jsp jspx do action cfm',
  ),
  ...endings(PathMark.php, 'php php3 php4 php5 php7 phtml pht phar'),
  // A path may go on behind the program (`/index.php/page`).
  ['.php/', PathMark.script | PathMark.php],
  ['.cgi/', PathMark.script],
  ...words(
    PathMark.logIn,
    '/login login. _login -login login_ /signin /sign-in /sign_in /logon /session$ /sessions$ /authenticate /auth$ ' +
      '/xmlrpc.php$ /administrator/index.php$ /administrator/$ /administrator$ /mt.cgi$ /phpmyadmin /pma/ /mysql/ /dbadmin ' +
      '/admin/index.php$ /admin.php$ /ucp.php$ /src/redirect.php$ /auth.owa$ /webmail /roundcube /rcube /adminer',
  ),
  ...words(
    PathMark.machine,
    '/api/ /wp-json/ /graphql webhook /hook callback /ipn notify notification /rpc /rest/ /soap wp-cron admin-ajax admin-post ' +
      '/cron heartbeat /ping /sync /ajax .asmx /ws/ /socket /collect /track /beacon /log$ /report /csp /dav/ /remote.php /ocs/ ' +
      'autodiscover activesync /wp-admin/ /admin/ /administrator/ /metrics /batch /feed /rss /async /upload. /upload$ /cart /search /token',
  ),
  ...words(
    PathMark.form,
    'contact inquir enquir toiawase mailform formmail postmail /form _form -form form.php form.cgi form/ mail.php mail.cgi ' +
      'mailer sendmail /mail/ /send _send -send send.php send.cgi feedback kontakt contat /apply oubo moushikomi mousikomi ' +
      'shiryo seikyu mitsumori estimate yoyaku reserv',
  ),
  ...words(
    PathMark.comment,
    'wp-comments-post.php$ /trackback wp-trackback.php mt-comments.cgi mt-tb.cgi /comment/reply guestbook gbook /bbs bbs.cgi ' +
      'bbs.php yybbs /board patio.cgi light.cgi joyful clipbbs sunbbs posting.php$ newreply.php$ newthread.php$ /comment$ ' +
      '/comments$ /comments/post comment.php addcomment postcomment post_comment',
  ),
  ...words(
    PathMark.registration,
    'wp-signup.php$ /register register.php registration /signup /sign-up /sign_up signup.php /entry$ /entry/$ /entry/index.php$ ' +
      '/account/create createpost /regist regist.php regist.cgi /join$ /join.php$ /users$',
  ),
  ...words(
    PathMark.payment,
    'payment checkout /shopping/confirm /shopping/order /shopping/complete /order/confirm /cart/confirm credit /pay/ /pay.php',
  ),
  ...words(
    PathMark.probe,
    // Programs of other kinds of server: routers, cameras, mail and application servers, clouds.
    '.jsp$ .jspx$ .jsf$ .xhtml$ .action$ .do$ .cfm$ .esp$ .nsf$ .axd$ login.aspx logon.aspx ' +
      '/boaform /hnap1 /goform/ /setup.cgi /hedwig.cgi nas_sharing.cgi networkdiag.cgi /luci /gponform /tmui/ /mgmt/shared ' +
      '/mgmt/tm /dana-na /dana-cached /dana/ +cscoe+ +cscot+ /remote/login /remote/fgt_lang /remote/saml /global-protect ' +
      '/sslvpn /ssl-vpn /owa/ /ecp/ autodiscover.json /mapi/ /_layouts/ /zimbra /solr/ /actuator /jenkins /manager/html ' +
      '/host-manager /jmx-console /invoker/ /web-console /struts /wls-wsat /_async/ /console/login /cfide /druid/ /nacos ' +
      '/geoserver /hudson /api/v1/pods /containers/json /v2/_catalog /_cat/ /_nodes /_all_dbs /_utils/ /_search /sap/ /irj/ ' +
      '/nwa /webdynpro /developmentserver /sapmc /servlet /confluence /servicedesk /goanywhere /mifs/ /clients/mycrl /crx/ ' +
      '/libs/granite /system/console /webfig /onvif /isapi/ /currentsetting.htm /level/15/ /jsonws /kibana /grafana ' +
      '/prometheus /portainer /traefik /cacti /zabbix /nagios /glpi /ossim /redfish /axis-cgi /citrix /logonpoint /vpn/ ' +
      '/vpns/ /sitecore /episerver /umbraco /typo3 /bitrix /bolt/login /h2-console /dbconsole /airflow /arcgis /cas/login ' +
      '/centreon /teamcity /artifactory /nexus/ /sonar /argo /kubernetes /api/v1/namespaces /metadata /latest/meta-data ' +
      // Faults and tools that are tried everywhere.
      '/phpunit eval-stdin.php /_ignition /telescope/ /_profiler /app_dev.php /elfinder /kcfinder /ckfinder /fckeditor ' +
      '/w00tw00t /muieblackcat /sdk$ /evox/ nmaplowercheck trinity.txt.bak /scripts/setup.php /_vti_ /iisadmin /msadc ' +
      'test-cgi printenv /core/skin/login.aspx .exe$ .dll$ .printer$ .bat$ /cgi-bin/luci /cgi-bin/php /wp-file-manager/ ' +
      '/revslider timthumb.php uploadify /crowdsec-test- /.well-known/acme-challenge/../ /ads.cfg /stalker_portal /streaming/clients_live',
  ),
  ...words(
    PathMark.admin,
    '/phpmyadmin /phpmyadmin2 /pma /myadmin /mysqladmin /dbadmin /sqladmin /phppgadmin /mysql-admin /adminer /admin /wp-admin ' +
      '/wp-login /manager /administrator /cpanel /whm /plesk /webadmin /panel /console /backend /admincp /siteadmin /sqlweb /db/',
  ),
  ...words(
    PathMark.secret,
    '.env$ /.env. /.git/ /.git$ /.gitignore$ /.svn /.hg/ /.bzr /.cvs /cvs/entries /.htaccess /.htpasswd /.hta$ /.bash /.ssh ' +
      'id_rsa id_dsa id_ed25519 /.aws aws/credentials /.docker /.npmrc /.pypirc /.netrc /.ftpconfig /.vscode/ /sftp-config.json ' +
      '/.remote-sync.json /.idea/ /.ds_store /.history /.mysql_history /.sh_history /.profile /.rhosts /.subversion /.listing ' +
      '.passwd$ .pwd$ /.config$ /.config/ /.cache$ /.forward /.perf$ /.s3cfg /.boto /.kube/ composer.json$ composer.lock$ ' +
      '/package.json$ /package-lock.json$ /yarn.lock$ debug.log$ /error_log$ /error.log$ laravel.log /storage/logs/ .bak$ .old$ ' +
      '.orig$ .save$ .swp$ .php~$ .php.txt$ .inc$ .sql$ .sql. wp-config.php wp-config. wp-config~ configuration.php. ' +
      'configuration.php~ config.php. config.php~ config.inc.php. settings.php. web.config$ phpinfo /info.php$ /php_info ' +
      'server-status server-info /credentials /secrets /config.json$ /config.yml$ /config.yaml$ database.yml$ parameters.yml$ ' +
      '/appsettings.json$ .pem$ .key$ .p12$ .pfx$ .mdb$ .sqlite .user.ini$ /php.ini$ /docker-compose.yml$ /dockerfile$ ' +
      '/.travis.yml$ /.gitlab-ci.yml$ /gruntfile.js$ /local.xml$ /localconfig /backup.sql /dump.sql',
  ),
  ...endings(PathMark.archive, 'zip rar 7z tar gz tgz bz2 xz lzh sql dump mdb'),
  ['.sql.', PathMark.archive],
  ...words(
    PathMark.backup,
    'backup back-up back_up dump database /db. /db_ _db. mysql /data. /www. /www_ public_html /htdocs /wwwroot /site. /web. /html. ' +
      '/bak. /old. /wp-content. /wordpress. /wp. /all. /home. /full /root. /server. .sql$ .sql.',
  ),
  ...words(
    PathMark.shell,
    '/wso /c99 /c100. /r57 /b374k alfa.php alfashell alfa-rex alfanew /alfa. /alfa1 /alfa2 /alfa3 /alfa4 indoxploit marijuana ' +
      'gel4y leafmailer /leaf.php alexus owlmailer xleet madspot anonymousfox foxwso filesman symlink webshell web-shell ' +
      'web_shell phpshell php-shell php_shell phpbackdoor php-backdoor php_backdoor simple-backdoor cmdshell /cmd.php /cmd.jsp ' +
      '/cmd.asp r00t k2ll33d hacker.php hacked.php 0byte sh3ll upl0ad wsoyanz cgitelnet cgishell remview phpspy phpjackal ' +
      'locus7 safe0ver simattacker antichat weevely jspspy jspshell aspydrv aspxspy aspxsh zehir antsword behinder godzilla ' +
      'lufix bypass403 priv8 privshell x7root /shell.php /shell. shell20 _shell. -shell. ironshell cybershell egy_vir spyshell ' +
      'ntdaddy c99shell dx.php erne.php isko.php iskorpit r58.php liz0zim tryag predator.php simshell bloodsec zacosmall ' +
      'lock360.php wp-conflg.php wp-22.php mini-shell minishell tinyfilemanager massmailer mass-mailer',
  ),
  ...words(
    PathMark.odd,
    '/uploads/ /upload/ /images/ /image/ /img/ /imgs/ /pictures/ /photo/ /photos/ /cache/ /tmp/ /temp/ /css/ /js/ /fonts/ ' +
      '/font/ /media/ /files/ /static/ /backup/ /logs/ /log/ /. /wp-includes/ /wp-content/languages/ /wp-content/upgrade/',
  ),
  ...words(
    PathMark.version,
    '/readme.txt$ /readme.html$ /readme.md$ /license.txt$ /changelog.txt$ /changelog.md$ /wlwmanifest.xml$ /joomla.xml$ ' +
      '/license.html$ /liesmich.html$ /install.txt$ /upgrade.txt$ /copyright.txt$ /magento_version$ /wp-links-opml.php$',
  ),
  ...words(
    PathMark.extension,
    '/wp-content/plugins/ /wp-content/themes/ /components/com_ /modules/mod_ /sites/all/modules/',
  ),
  ...words(PathMark.users, '/wp/v2/users author-sitemap.xml wp-sitemap-users'),
  ['/wp-', PathMark.wordPress],
  ['/xmlrpc.php$', PathMark.wordPress],
  ...words(PathMark.url, '^http:// ^https:// ^ftp://'),
  [' http/', PathMark.oddVersion],
];

function words(marks: number, list: string): MarkedWord[] {
  return list.split(' ').map((word) => [word, marks] as const);
}

function endings(marks: number, extensions: string): MarkedWord[] {
  return extensions.split(' ').map((extension) => [`.${extension}$`, marks] as const);
}
