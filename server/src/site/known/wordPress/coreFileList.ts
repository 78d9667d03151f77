/** The newest series of WordPress, `major.minor`, whose files are in the list. */
export const NEWEST_SERIES = '7.1';

/**
 * The programs that 881 releases of WordPress, from 1.5 on, have in wp-admin and wp-includes: on each line a folder, a colon
 * and the names in it without `.php`. Written by scripts/buildWordPressFiles.ts.
 */
export const CORE_FILE_LIST = `
wp-admin: about admin-ajax admin-db admin-footer admin-functions admin-header admin-post admin async-upload
wp-admin: authorize-application bookmarklet cat-js categories comment contribute credits custom-background
wp-admin: custom-header customize dbx-admin-key-js edit-attachment-rows edit-category-form edit-comments
wp-admin: edit-form-advanced edit-form-ajax-cat edit-form-blocks edit-form-comment edit-form edit-link-categories
wp-admin: edit-link-category-form edit-link-form edit-page-form edit-pages edit-post-rows edit-tag-form edit-tags edit
wp-admin: erase-personal-data execute-pings export-personal-data export font-library freedoms gears-manifest import-b2
wp-admin: import-blogger import-greymatter import-livejournal import-mt import-rss import-textpattern import
wp-admin: index-extra index inline-uploading install-helper install link-add link-categories link-category link-import
wp-admin: link-manager link-parse-opml link list-manipulation load-scripts load-styles media-new media-upload media
wp-admin: menu-header menu moderation ms-admin ms-delete-site ms-edit ms-options ms-sites ms-themes ms-upgrade-network
wp-admin: ms-users my-sites nav-menus network options-connectors options-discussion options-general options-head
wp-admin: options-media options-misc options-permalink options-privacy options-reading options-writing options
wp-admin: page-new page plugin-editor plugin-install plugins post-new post press-this privacy-policy-guide privacy
wp-admin: profile-update profile revision setup-config sidebar site-editor site-health-info site-health templates term
wp-admin: theme-editor theme-install themes tools update-core update-links update upgrade-functions upgrade-schema
wp-admin: upgrade upload-functions upload-js upload user-edit user-new users widgets-form-blocks widgets-form widgets
wp-admin/import: b2 blogger blogware btt dotclear greymatter jkw livejournal mt opml rss stp textpattern utw wordpress
wp-admin/import: wp-cat2tag
wp-admin/includes: admin-filters admin ajax-actions bookmark class-automatic-upgrader-skin
wp-admin/includes: class-bulk-plugin-upgrader-skin class-bulk-theme-upgrader-skin class-bulk-upgrader-skin
wp-admin/includes: class-core-upgrader class-custom-background class-custom-image-header class-file-upload-upgrader
wp-admin/includes: class-ftp-pure class-ftp-sockets class-ftp class-language-pack-upgrader-skin
wp-admin/includes: class-language-pack-upgrader class-pclzip class-plugin-installer-skin class-plugin-upgrader-skin
wp-admin/includes: class-plugin-upgrader class-theme-installer-skin class-theme-upgrader-skin class-theme-upgrader
wp-admin/includes: class-walker-category-checklist class-walker-nav-menu-checklist class-walker-nav-menu-edit
wp-admin/includes: class-wp-ajax-upgrader-skin class-wp-application-passwords-list-table class-wp-automatic-updater
wp-admin/includes: class-wp-comments-list-table class-wp-community-events class-wp-debug-data class-wp-filesystem-base
wp-admin/includes: class-wp-filesystem-direct class-wp-filesystem-ftpext class-wp-filesystem-ftpsockets
wp-admin/includes: class-wp-filesystem-ssh2 class-wp-importer class-wp-internal-pointers class-wp-links-list-table
wp-admin/includes: class-wp-list-table-compat class-wp-list-table class-wp-media-list-table
wp-admin/includes: class-wp-ms-sites-list-table class-wp-ms-themes-list-table class-wp-ms-users-list-table
wp-admin/includes: class-wp-plugin-install-list-table class-wp-plugins-list-table class-wp-post-comments-list-table
wp-admin/includes: class-wp-posts-list-table class-wp-press-this class-wp-privacy-data-export-requests-list-table
wp-admin/includes: class-wp-privacy-data-removal-requests-list-table class-wp-privacy-policy-content
wp-admin/includes: class-wp-privacy-requests-table class-wp-screen class-wp-site-health-auto-updates
wp-admin/includes: class-wp-site-health class-wp-site-icon class-wp-terms-list-table class-wp-theme-install-list-table
wp-admin/includes: class-wp-themes-list-table class-wp-upgrader-skin class-wp-upgrader-skins class-wp-upgrader
wp-admin/includes: class-wp-users-list-table comment continents-cities credits dashboard deprecated edit-tag-messages
wp-admin/includes: export file image-edit image import internal-linking list-table manifest media menu meta-boxes misc
wp-admin/includes: ms-admin-filters ms-deprecated ms nav-menu network noop options plugin-install plugin post
wp-admin/includes: privacy-tools revision schema screen taxonomy template theme-install theme translation-install
wp-admin/includes: update-core update upgrade upload user widgets
wp-admin/js: revisions-js
wp-admin/maint: repair
wp-admin/network: about admin contribute credits edit freedoms index-extra index menu plugin-editor plugin-install
wp-admin/network: plugins privacy profile settings setup site-info site-new site-settings site-themes site-users sites
wp-admin/network: theme-editor theme-install themes update-core update upgrade user-edit user-new users
wp-admin/user: about admin contribute credits freedoms index-extra index menu privacy profile user-edit
wp-includes: abilities-api abilities admin-bar ai-client atomlib author-template block-bindings block-editor
wp-includes: block-patterns block-template-utils block-template blocks bookmark-template bookmark cache-compat cache
wp-includes: canonical capabilities category-template category class-IXR class-avif-info class-feed class-http
wp-includes: class-json class-oembed class-phpass class-phpmailer class-pop3 class-requests class-simplepie class-smtp
wp-includes: class-snoopy class-walker-category-dropdown class-walker-category class-walker-comment
wp-includes: class-walker-nav-menu class-walker-page-dropdown class-walker-page class-wp-admin-bar
wp-includes: class-wp-ajax-response class-wp-application-passwords class-wp-atom-server
wp-includes: class-wp-block-bindings-registry class-wp-block-bindings-source class-wp-block-editor-context
wp-includes: class-wp-block-list class-wp-block-metadata-registry class-wp-block-parser-block
wp-includes: class-wp-block-parser-frame class-wp-block-parser class-wp-block-pattern-categories-registry
wp-includes: class-wp-block-patterns-registry class-wp-block-processor class-wp-block-styles-registry
wp-includes: class-wp-block-supports class-wp-block-template class-wp-block-templates-registry
wp-includes: class-wp-block-type-registry class-wp-block-type class-wp-block class-wp-classic-to-block-menu-converter
wp-includes: class-wp-comment-query class-wp-comment class-wp-connector-registry class-wp-customize-control
wp-includes: class-wp-customize-manager class-wp-customize-nav-menus class-wp-customize-panel
wp-includes: class-wp-customize-section class-wp-customize-setting class-wp-customize-widgets class-wp-date-query
wp-includes: class-wp-dependencies class-wp-dependency class-wp-duotone class-wp-editor class-wp-embed class-wp-error
wp-includes: class-wp-exception class-wp-fatal-error-handler class-wp-feed-cache-transient class-wp-feed-cache
wp-includes: class-wp-filter-sentinel class-wp-hook class-wp-http-cookie class-wp-http-curl class-wp-http-encoding
wp-includes: class-wp-http-ixr-client class-wp-http-proxy class-wp-http-requests-hooks class-wp-http-requests-response
wp-includes: class-wp-http-response class-wp-http-streams class-wp-http class-wp-icon-collections-registry
wp-includes: class-wp-icons-registry class-wp-image-editor-gd class-wp-image-editor-imagick class-wp-image-editor
wp-includes: class-wp-list-util class-wp-locale-switcher class-wp-locale class-wp-matchesmapregex class-wp-meta-query
wp-includes: class-wp-metadata-lazyloader class-wp-navigation-fallback class-wp-network-query class-wp-network
wp-includes: class-wp-object-cache class-wp-oembed-controller class-wp-oembed class-wp-paused-extensions-storage
wp-includes: class-wp-phpmailer class-wp-plugin-dependencies class-wp-post-type class-wp-post class-wp-query
wp-includes: class-wp-recovery-mode-cookie-service class-wp-recovery-mode-email-service
wp-includes: class-wp-recovery-mode-key-service class-wp-recovery-mode-link-service class-wp-recovery-mode
wp-includes: class-wp-rewrite class-wp-role class-wp-roles class-wp-script-modules class-wp-scripts
wp-includes: class-wp-session-tokens class-wp-simplepie-file class-wp-simplepie-sanitize-kses class-wp-site-query
wp-includes: class-wp-site class-wp-speculation-rules class-wp-styles class-wp-tax-query class-wp-taxonomy
wp-includes: class-wp-term-query class-wp-term class-wp-text-diff-renderer-inline class-wp-text-diff-renderer-table
wp-includes: class-wp-textdomain-registry class-wp-theme-json-data class-wp-theme-json-resolver
wp-includes: class-wp-theme-json-schema class-wp-theme-json class-wp-theme class-wp-token-map
wp-includes: class-wp-url-pattern-prefixer class-wp-user-meta-session-tokens class-wp-user-query class-wp-user-request
wp-includes: class-wp-user class-wp-view-config-data class-wp-walker class-wp-widget-factory class-wp-widget
wp-includes: class-wp-xmlrpc-server class-wp class-wpdb class.wp-dependencies class.wp-scripts class.wp-styles classes
wp-includes: collaboration comment-functions comment-template comment compat-utf8 compat connectors cron date
wp-includes: default-constants default-embeds default-filters default-widgets deprecated embed-template embed
wp-includes: error-protection feed-atom-comments feed-atom feed-functions feed-rdf feed-rss feed-rss2-comments
wp-includes: feed-rss2 feed fonts formatting functions-compat functions-formatting functions-post functions
wp-includes: functions.wp-scripts functions.wp-styles general-template gettext global-styles-and-settings http
wp-includes: https-detection https-migration icons json-schema kses l10n link-template links load locale
wp-includes: media-template media meta ms-blogs ms-default-constants ms-default-filters ms-deprecated ms-files
wp-includes: ms-functions ms-load ms-network ms-settings ms-site nav-menu-template nav-menu navigation-fallback option
wp-includes: pluggable-deprecated pluggable-functions pluggable plugin post-formats post-template
wp-includes: post-thumbnail-template post query registration-functions registration rest-api revision rewrite
wp-includes: robots-template rss-functions rss script-loader script-modules session shortcodes sitemaps
wp-includes: speculative-loading spl-autoload-compat streams style-engine taxonomy template-canvas
wp-includes: template-functions-author template-functions-category template-functions-general template-functions-links
wp-includes: template-functions-post template-loader template theme-previews theme-templates theme update user utf8
wp-includes: vars version view-config view-transitions widgets wp-db wp-diff wp-l10n
wp-includes/ID3: getid3.lib getid3 module.audio-video.asf module.audio-video.flv module.audio-video.matroska
wp-includes/ID3: module.audio-video.quicktime module.audio-video.riff module.audio.ac3 module.audio.dts
wp-includes/ID3: module.audio.flac module.audio.mp3 module.audio.ogg module.tag.apetag module.tag.id3v1
wp-includes/ID3: module.tag.id3v2 module.tag.lyrics3
wp-includes/IXR: class-IXR-base64 class-IXR-client class-IXR-clientmulticall class-IXR-date class-IXR-error
wp-includes/IXR: class-IXR-introspectionserver class-IXR-message class-IXR-request class-IXR-server class-IXR-value
wp-includes/PHPMailer: DSNConfigurator Exception OAuth OAuthTokenProvider PHPMailer POP3 SMTP
wp-includes/Requests: Auth Cookie Exception Hooker Hooks IDNAEncoder IPv6 IRI Proxy Response SSL Session Transport
wp-includes/Requests/Auth: Basic
wp-includes/Requests/Cookie: Jar
wp-includes/Requests/Exception: HTTP Transport
wp-includes/Requests/Exception/HTTP: 304 305 306 400 401 402 403 404 405 406 407 408 409 410 411 412 413 414 415 416
wp-includes/Requests/Exception/HTTP: 417 418 428 429 431 500 501 502 503 504 505 511 Unknown
wp-includes/Requests/Exception/Transport: cURL
wp-includes/Requests/Proxy: HTTP
wp-includes/Requests/Response: Headers
wp-includes/Requests/Transport: cURL fsockopen
wp-includes/Requests/Utility: CaseInsensitiveDictionary FilteredIterator
wp-includes/Requests/library: Requests
wp-includes/Requests/src: Auth Autoload Capability Cookie Exception HookManager Hooks IdnaEncoder Ipv6 Iri Port Proxy
wp-includes/Requests/src: Requests Response Session Ssl Transport
wp-includes/Requests/src/Auth: Basic
wp-includes/Requests/src/Cookie: Jar
wp-includes/Requests/src/Exception: ArgumentCount Http InvalidArgument Transport
wp-includes/Requests/src/Exception/Http: Status304 Status305 Status306 Status400 Status401 Status402 Status403
wp-includes/Requests/src/Exception/Http: Status404 Status405 Status406 Status407 Status408 Status409 Status410
wp-includes/Requests/src/Exception/Http: Status411 Status412 Status413 Status414 Status415 Status416 Status417
wp-includes/Requests/src/Exception/Http: Status418 Status428 Status429 Status431 Status500 Status501 Status502
wp-includes/Requests/src/Exception/Http: Status503 Status504 Status505 Status511 StatusUnknown
wp-includes/Requests/src/Exception/Transport: Curl
wp-includes/Requests/src/Proxy: Http
wp-includes/Requests/src/Response: Headers
wp-includes/Requests/src/Transport: Curl Fsockopen
wp-includes/Requests/src/Utility: CaseInsensitiveDictionary FilteredIterator InputValidator
wp-includes/SimplePie: Author Cache Caption Category Copyright Core Credit Enclosure Exception File IRI Item Locator
wp-includes/SimplePie: Misc Parser Rating Registry Restriction Sanitize Source autoloader gzdecode
wp-includes/SimplePie/Cache: Base DB File Memcache Memcached MySQL Redis
wp-includes/SimplePie/Content/Type: Sniffer
wp-includes/SimplePie/Decode/HTML: Entities
wp-includes/SimplePie/HTTP: Parser
wp-includes/SimplePie/Net: IPv6
wp-includes/SimplePie/Parse: Date
wp-includes/SimplePie/XML/Declaration: Parser
wp-includes/SimplePie/library: SimplePie
wp-includes/SimplePie/library/SimplePie: Author Cache Caption Category Copyright Core Credit Enclosure Exception File
wp-includes/SimplePie/library/SimplePie: IRI Item Locator Misc Parser Rating Registry Restriction Sanitize Source
wp-includes/SimplePie/library/SimplePie: gzdecode
wp-includes/SimplePie/library/SimplePie/Cache: Base DB File Memcache Memcached MySQL Redis
wp-includes/SimplePie/library/SimplePie/Content/Type: Sniffer
wp-includes/SimplePie/library/SimplePie/Decode/HTML: Entities
wp-includes/SimplePie/library/SimplePie/HTTP: Parser
wp-includes/SimplePie/library/SimplePie/Net: IPv6
wp-includes/SimplePie/library/SimplePie/Parse: Date
wp-includes/SimplePie/library/SimplePie/XML/Declaration: Parser
wp-includes/SimplePie/src: Author Cache Caption Category Copyright Core Credit Enclosure Exception File Gzdecode IRI
wp-includes/SimplePie/src: Item Locator Misc Parser Rating Registry RegistryAware Restriction Sanitize SimplePie
wp-includes/SimplePie/src: Source
wp-includes/SimplePie/src/Cache: Base BaseDataCache CallableNameFilter DB DataCache File Memcache Memcached MySQL
wp-includes/SimplePie/src/Cache: NameFilter Psr16 Redis
wp-includes/SimplePie/src/Content/Type: Sniffer
wp-includes/SimplePie/src/Decode/HTML: Entities
wp-includes/SimplePie/src/HTTP: Client ClientException FileClient Parser Psr18Client Psr7Response RawTextResponse
wp-includes/SimplePie/src/HTTP: Response
wp-includes/SimplePie/src/Net: IPv6
wp-includes/SimplePie/src/Parse: Date
wp-includes/SimplePie/src/XML/Declaration: Parser
wp-includes/Text: Diff Exception
wp-includes/Text/Diff: Renderer
wp-includes/Text/Diff/Engine: native shell string xdiff
wp-includes/Text/Diff/Renderer: inline
wp-includes/abilities-api: class-wp-abilities-registry class-wp-ability-categories-registry class-wp-ability-category
wp-includes/abilities-api: class-wp-ability
wp-includes/ai-client: class-wp-ai-client-ability-function-resolver class-wp-ai-client-prompt-builder
wp-includes/ai-client/adapters: class-wp-ai-client-cache class-wp-ai-client-discovery-strategy
wp-includes/ai-client/adapters: class-wp-ai-client-event-dispatcher class-wp-ai-client-http-client
wp-includes/assets: icon-library-manifest script-loader-packages.min script-loader-packages
wp-includes/assets: script-loader-react-refresh-entry.min script-loader-react-refresh-entry
wp-includes/assets: script-loader-react-refresh-runtime.min script-loader-react-refresh-runtime
wp-includes/assets: script-modules-packages.min script-modules-packages
wp-includes/block-bindings: pattern-overrides post-data post-meta term-data
wp-includes/block-patterns: heading-paragraph large-header-button large-header navigation-overlay-accent-bg
wp-includes/block-patterns: navigation-overlay-black-bg navigation-overlay-centered-with-extras
wp-includes/block-patterns: navigation-overlay-centered navigation-overlay query-grid-posts query-large-title-posts
wp-includes/block-patterns: query-medium-posts query-offset-posts query-small-posts query-standard-posts quote
wp-includes/block-patterns: social-links-shared-background-color text-three-columns-buttons
wp-includes/block-patterns: text-two-columns-with-images text-two-columns three-buttons two-buttons two-images
wp-includes/block-supports: align anchor aria-label auto-register background block-style-variations block-visibility
wp-includes/block-supports: border colors custom-classname custom-css dimensions duotone elements generated-classname
wp-includes/block-supports: layout position settings shadow spacing states typography utils
wp-includes/blocks: accordion-item accordion archives avatar block blocks-json breadcrumbs button calendar categories
wp-includes/blocks: comment-author-name comment-content comment-date comment-edit-link comment-reply-link
wp-includes/blocks: comment-template comments-pagination-next comments-pagination-numbers comments-pagination-previous
wp-includes/blocks: comments-pagination comments-title comments cover details file footnotes gallery heading home-link
wp-includes/blocks: icon image index latest-comments latest-posts legacy-widget list loginout media-text
wp-includes/blocks: navigation-link navigation-overlay-close navigation-submenu navigation page-list-item page-list
wp-includes/blocks: paragraph pattern playlist-track playlist post-author-biography post-author-name post-author
wp-includes/blocks: post-comments-count post-comments-form post-comments-link post-comments post-content post-date
wp-includes/blocks: post-excerpt post-featured-image post-navigation-link post-template post-terms post-time-to-read
wp-includes/blocks: post-title query-no-results query-pagination-next query-pagination-numbers
wp-includes/blocks: query-pagination-previous query-pagination query-title query-total query read-more
wp-includes/blocks: require-dynamic-blocks require-static-blocks rss search shortcode site-logo site-tagline
wp-includes/blocks: site-title social-link tab-list tab-panel tabs tag-cloud template-part term-count term-description
wp-includes/blocks: term-name term-template video widget-group
wp-includes/blocks/file: view.asset view.min.asset
wp-includes/blocks/image: view.asset view.min.asset
wp-includes/blocks/navigation: view-modal.asset view-modal.min.asset view.asset view.min.asset
wp-includes/blocks/navigation-link/shared: item-should-render render-submenu-icon
wp-includes/blocks/query: view.asset view.min.asset
wp-includes/blocks/search: view.asset view.min.asset
wp-includes/build: constants pages routes
wp-includes/build/pages/font-library: page-wp-admin page
wp-includes/build/pages/options-connectors: page-wp-admin page
wp-includes/build/routes: registry
wp-includes/build/routes/connectors-home: content.min.asset route.min.asset
wp-includes/build/routes/font-list: content.min.asset route.min.asset
wp-includes/build/routes/fonts-home: route.min.asset
wp-includes/collaboration: class-wp-http-polling-sync-server class-wp-sync-post-meta-storage interface-wp-sync-storage
wp-includes/css/dist: registry
wp-includes/customize: class-wp-customize-background-image-control class-wp-customize-background-image-setting
wp-includes/customize: class-wp-customize-background-position-control class-wp-customize-code-editor-control
wp-includes/customize: class-wp-customize-color-control class-wp-customize-cropped-image-control
wp-includes/customize: class-wp-customize-custom-css-setting class-wp-customize-date-time-control
wp-includes/customize: class-wp-customize-filter-setting class-wp-customize-header-image-control
wp-includes/customize: class-wp-customize-header-image-setting class-wp-customize-image-control
wp-includes/customize: class-wp-customize-media-control class-wp-customize-nav-menu-auto-add-control
wp-includes/customize: class-wp-customize-nav-menu-control class-wp-customize-nav-menu-item-control
wp-includes/customize: class-wp-customize-nav-menu-item-setting class-wp-customize-nav-menu-location-control
wp-includes/customize: class-wp-customize-nav-menu-locations-control class-wp-customize-nav-menu-name-control
wp-includes/customize: class-wp-customize-nav-menu-section class-wp-customize-nav-menu-setting
wp-includes/customize: class-wp-customize-nav-menus-panel class-wp-customize-new-menu-control
wp-includes/customize: class-wp-customize-new-menu-section class-wp-customize-partial
wp-includes/customize: class-wp-customize-selective-refresh class-wp-customize-sidebar-section
wp-includes/customize: class-wp-customize-site-icon-control class-wp-customize-theme-control
wp-includes/customize: class-wp-customize-themes-panel class-wp-customize-themes-section
wp-includes/customize: class-wp-customize-upload-control class-wp-sidebar-block-editor-control
wp-includes/customize: class-wp-widget-area-customize-control class-wp-widget-form-customize-control
wp-includes/fonts: class-wp-font-collection class-wp-font-face-resolver class-wp-font-face class-wp-font-library
wp-includes/fonts: class-wp-font-utils
wp-includes/html-api: class-wp-html-active-formatting-elements class-wp-html-attribute-token class-wp-html-decoder
wp-includes/html-api: class-wp-html-doctype-info class-wp-html-open-elements class-wp-html-processor-state
wp-includes/html-api: class-wp-html-processor class-wp-html-span class-wp-html-stack-event class-wp-html-tag-processor
wp-includes/html-api: class-wp-html-text-replacement class-wp-html-token class-wp-html-unsupported-exception
wp-includes/html-api: html5-named-character-references
wp-includes/interactivity-api: class-wp-interactivity-api-directives-processor class-wp-interactivity-api
wp-includes/interactivity-api: interactivity-api
wp-includes/js: autosave-js list-manipulation-js wp-ajax-js
wp-includes/js/dist: interactivity-router.asset interactivity-router.min.asset
wp-includes/js/dist/script-modules: registry
wp-includes/js/dist/script-modules/a11y: index.min.asset
wp-includes/js/dist/script-modules/abilities: index.min.asset
wp-includes/js/dist/script-modules/block-editor/utils: fit-text-frontend.min.asset
wp-includes/js/dist/script-modules/block-library/accordion: view.min.asset
wp-includes/js/dist/script-modules/block-library/file: view.min.asset
wp-includes/js/dist/script-modules/block-library/form: view.min.asset
wp-includes/js/dist/script-modules/block-library/image: view.min.asset
wp-includes/js/dist/script-modules/block-library/navigation: view.min.asset
wp-includes/js/dist/script-modules/block-library/playlist: view.min.asset
wp-includes/js/dist/script-modules/block-library/query: view.min.asset
wp-includes/js/dist/script-modules/block-library/search: view.min.asset
wp-includes/js/dist/script-modules/block-library/tabs: view.min.asset
wp-includes/js/dist/script-modules/boot: index.min.asset
wp-includes/js/dist/script-modules/connectors: index.min.asset
wp-includes/js/dist/script-modules/content-types: index.min.asset
wp-includes/js/dist/script-modules/core-abilities: index.min.asset
wp-includes/js/dist/script-modules/dashboard-init: index.min.asset
wp-includes/js/dist/script-modules/edit-site-init: index.min.asset
wp-includes/js/dist/script-modules/interactivity: index.min.asset
wp-includes/js/dist/script-modules/interactivity-router: full-page.min.asset index.min.asset
wp-includes/js/dist/script-modules/latex-to-mathml: index.min.asset loader.min.asset
wp-includes/js/dist/script-modules/lazy-editor: index.min.asset
wp-includes/js/dist/script-modules/route: index.min.asset
wp-includes/js/dist/script-modules/video-conversion: loader.min.asset worker.min.asset
wp-includes/js/dist/script-modules/vips: loader.min.asset worker.min.asset
wp-includes/js/dist/script-modules/workflow: index.min.asset
wp-includes/js/tinymce: tiny_mce_config tiny_mce_gzip wp-mce-help wp-tinymce
wp-includes/js/tinymce/langs: wp-langs
wp-includes/js/tinymce/plugins/spellchecker: config rpc tinyspell
wp-includes/js/tinymce/plugins/spellchecker/classes: EnchantSpell GoogleSpell HttpClient.class PSpell PSpellShell
wp-includes/js/tinymce/plugins/spellchecker/classes: SpellChecker TinyGoogleSpell.class TinyPspell.class
wp-includes/js/tinymce/plugins/spellchecker/classes: TinyPspellShell.class
wp-includes/js/tinymce/plugins/spellchecker/classes/utils: JSON Logger
wp-includes/js/tinymce/plugins/spellchecker/includes: general
wp-includes/l10n: class-wp-translation-controller class-wp-translation-file-mo class-wp-translation-file-php
wp-includes/l10n: class-wp-translation-file class-wp-translations
wp-includes/php-ai-client: autoload
wp-includes/php-ai-client/src: AiClient
wp-includes/php-ai-client/src/Builders: MessageBuilder PromptBuilder
wp-includes/php-ai-client/src/Common: AbstractDataTransferObject AbstractEnum
wp-includes/php-ai-client/src/Common/Contracts: AiClientExceptionInterface CachesDataInterface
wp-includes/php-ai-client/src/Common/Contracts: WithArrayTransformationInterface WithJsonSchemaInterface
wp-includes/php-ai-client/src/Common/Exception: InvalidArgumentException RuntimeException TokenLimitReachedException
wp-includes/php-ai-client/src/Common/Traits: WithDataCachingTrait
wp-includes/php-ai-client/src/Events: AfterGenerateResultEvent BeforeGenerateResultEvent
wp-includes/php-ai-client/src/Files/DTO: File
wp-includes/php-ai-client/src/Files/Enums: FileTypeEnum MediaOrientationEnum
wp-includes/php-ai-client/src/Files/ValueObjects: MimeType
wp-includes/php-ai-client/src/Messages/DTO: Message MessagePart ModelMessage UserMessage
wp-includes/php-ai-client/src/Messages/Enums: MessagePartChannelEnum MessagePartTypeEnum MessageRoleEnum ModalityEnum
wp-includes/php-ai-client/src/Operations/Contracts: OperationInterface
wp-includes/php-ai-client/src/Operations/DTO: GenerativeAiOperation
wp-includes/php-ai-client/src/Operations/Enums: OperationStateEnum
wp-includes/php-ai-client/src/Providers: AbstractProvider ProviderRegistry
wp-includes/php-ai-client/src/Providers/ApiBasedImplementation: AbstractApiBasedModel
wp-includes/php-ai-client/src/Providers/ApiBasedImplementation: AbstractApiBasedModelMetadataDirectory
wp-includes/php-ai-client/src/Providers/ApiBasedImplementation: AbstractApiProvider
wp-includes/php-ai-client/src/Providers/ApiBasedImplementation: GenerateTextApiBasedProviderAvailability
wp-includes/php-ai-client/src/Providers/ApiBasedImplementation: ListModelsApiBasedProviderAvailability
wp-includes/php-ai-client/src/Providers/ApiBasedImplementation/Contracts: ApiBasedModelInterface
wp-includes/php-ai-client/src/Providers/Contracts: ModelMetadataDirectoryInterface ProviderAvailabilityInterface
wp-includes/php-ai-client/src/Providers/Contracts: ProviderInterface ProviderOperationsHandlerInterface
wp-includes/php-ai-client/src/Providers/Contracts: ProviderWithOperationsHandlerInterface
wp-includes/php-ai-client/src/Providers/DTO: ProviderMetadata ProviderModelsMetadata
wp-includes/php-ai-client/src/Providers/Enums: ProviderTypeEnum ToolTypeEnum
wp-includes/php-ai-client/src/Providers/Http: HttpTransporter HttpTransporterFactory
wp-includes/php-ai-client/src/Providers/Http/Abstracts: AbstractClientDiscoveryStrategy
wp-includes/php-ai-client/src/Providers/Http/Collections: HeadersCollection
wp-includes/php-ai-client/src/Providers/Http/Contracts: ClientWithOptionsInterface HttpTransporterInterface
wp-includes/php-ai-client/src/Providers/Http/Contracts: RequestAuthenticationInterface WithHttpTransporterInterface
wp-includes/php-ai-client/src/Providers/Http/Contracts: WithRequestAuthenticationInterface
wp-includes/php-ai-client/src/Providers/Http/DTO: ApiKeyRequestAuthentication Request RequestOptions Response
wp-includes/php-ai-client/src/Providers/Http/Enums: HttpMethodEnum RequestAuthenticationMethod
wp-includes/php-ai-client/src/Providers/Http/Exception: ClientException NetworkException RedirectException
wp-includes/php-ai-client/src/Providers/Http/Exception: ResponseException ServerException
wp-includes/php-ai-client/src/Providers/Http/Traits: WithHttpTransporterTrait WithRequestAuthenticationTrait
wp-includes/php-ai-client/src/Providers/Http/Util: ErrorMessageExtractor ResponseUtil
wp-includes/php-ai-client/src/Providers/Models/Contracts: ModelInterface
wp-includes/php-ai-client/src/Providers/Models/DTO: ModelConfig ModelMetadata ModelRequirements RequiredOption
wp-includes/php-ai-client/src/Providers/Models/DTO: SupportedOption
wp-includes/php-ai-client/src/Providers/Models/Enums: CapabilityEnum OptionEnum
wp-includes/php-ai-client/src/Providers/Models/ImageGeneration/Contracts: ImageGenerationModelInterface
wp-includes/php-ai-client/src/Providers/Models/ImageGeneration/Contracts: ImageGenerationOperationModelInterface
wp-includes/php-ai-client/src/Providers/Models/SpeechGeneration/Contracts: SpeechGenerationModelInterface
wp-includes/php-ai-client/src/Providers/Models/SpeechGeneration/Contracts: SpeechGenerationOperationModelInterface
wp-includes/php-ai-client/src/Providers/Models/TextGeneration/Contracts: TextGenerationModelInterface
wp-includes/php-ai-client/src/Providers/Models/TextGeneration/Contracts: TextGenerationOperationModelInterface
wp-includes/php-ai-client/src/Providers/Models/TextToSpeechConversion/Contracts: TextToSpeechConversionModelInterface
wp-includes/php-ai-client/src/Providers/Models/TextToSpeechConversion/Contracts: TextToSpeechConversionOperationModelInterface
wp-includes/php-ai-client/src/Providers/Models/VideoGeneration/Contracts: VideoGenerationModelInterface
wp-includes/php-ai-client/src/Providers/Models/VideoGeneration/Contracts: VideoGenerationOperationModelInterface
wp-includes/php-ai-client/src/Providers/OpenAiCompatibleImplementation: AbstractOpenAiCompatibleImageGenerationModel
wp-includes/php-ai-client/src/Providers/OpenAiCompatibleImplementation: AbstractOpenAiCompatibleModelMetadataDirectory
wp-includes/php-ai-client/src/Providers/OpenAiCompatibleImplementation: AbstractOpenAiCompatibleTextGenerationModel
wp-includes/php-ai-client/src/Results/Contracts: ResultInterface
wp-includes/php-ai-client/src/Results/DTO: Candidate GenerativeAiResult TokenUsage
wp-includes/php-ai-client/src/Results/Enums: FinishReasonEnum
wp-includes/php-ai-client/src/Tools/DTO: FunctionCall FunctionDeclaration FunctionResponse WebSearch
wp-includes/php-ai-client/third-party/Http/Discovery: ClassDiscovery Exception Psr17FactoryDiscovery
wp-includes/php-ai-client/third-party/Http/Discovery: Psr18ClientDiscovery
wp-includes/php-ai-client/third-party/Http/Discovery/Exception: ClassInstantiationFailedException
wp-includes/php-ai-client/third-party/Http/Discovery/Exception: DiscoveryFailedException NoCandidateFoundException
wp-includes/php-ai-client/third-party/Http/Discovery/Exception: NotFoundException PuliUnavailableException
wp-includes/php-ai-client/third-party/Http/Discovery/Exception: StrategyUnavailableException
wp-includes/php-ai-client/third-party/Http/Discovery/Strategy: CommonClassesStrategy CommonPsr17ClassesStrategy
wp-includes/php-ai-client/third-party/Http/Discovery/Strategy: DiscoveryStrategy PuliBetaStrategy
wp-includes/php-ai-client/third-party/Nyholm/Psr7: MessageTrait Request RequestTrait Response ServerRequest Stream
wp-includes/php-ai-client/third-party/Nyholm/Psr7: StreamTrait UploadedFile Uri
wp-includes/php-ai-client/third-party/Nyholm/Psr7/Factory: HttplugFactory Psr17Factory
wp-includes/php-ai-client/third-party/Psr/EventDispatcher: EventDispatcherInterface
wp-includes/php-ai-client/third-party/Psr/Http/Client: ClientExceptionInterface ClientInterface
wp-includes/php-ai-client/third-party/Psr/Http/Client: NetworkExceptionInterface RequestExceptionInterface
wp-includes/php-ai-client/third-party/Psr/Http/Message: MessageInterface RequestFactoryInterface RequestInterface
wp-includes/php-ai-client/third-party/Psr/Http/Message: ResponseFactoryInterface ResponseInterface
wp-includes/php-ai-client/third-party/Psr/Http/Message: ServerRequestFactoryInterface ServerRequestInterface
wp-includes/php-ai-client/third-party/Psr/Http/Message: StreamFactoryInterface StreamInterface
wp-includes/php-ai-client/third-party/Psr/Http/Message: UploadedFileFactoryInterface UploadedFileInterface
wp-includes/php-ai-client/third-party/Psr/Http/Message: UriFactoryInterface UriInterface
wp-includes/php-ai-client/third-party/Psr/SimpleCache: CacheInterface
wp-includes/php-compat: readonly
wp-includes/pomo: entry mo plural-forms po streams translations
wp-includes/random_compat: byte_safe_strings cast_to_int error_polyfill random random_bytes_com_dotnet
wp-includes/random_compat: random_bytes_dev_urandom random_bytes_libsodium random_bytes_libsodium_legacy
wp-includes/random_compat: random_bytes_mcrypt random_bytes_openssl random_int
wp-includes/rest-api: class-wp-rest-request class-wp-rest-response class-wp-rest-server
wp-includes/rest-api/endpoints: class-wp-rest-abilities-v1-categories-controller
wp-includes/rest-api/endpoints: class-wp-rest-abilities-v1-list-controller class-wp-rest-abilities-v1-run-controller
wp-includes/rest-api/endpoints: class-wp-rest-application-passwords-controller class-wp-rest-attachments-controller
wp-includes/rest-api/endpoints: class-wp-rest-autosaves-controller class-wp-rest-block-directory-controller
wp-includes/rest-api/endpoints: class-wp-rest-block-pattern-categories-controller
wp-includes/rest-api/endpoints: class-wp-rest-block-patterns-controller class-wp-rest-block-renderer-controller
wp-includes/rest-api/endpoints: class-wp-rest-block-types-controller class-wp-rest-blocks-controller
wp-includes/rest-api/endpoints: class-wp-rest-comments-controller class-wp-rest-controller
wp-includes/rest-api/endpoints: class-wp-rest-edit-site-export-controller class-wp-rest-font-collections-controller
wp-includes/rest-api/endpoints: class-wp-rest-font-faces-controller class-wp-rest-font-families-controller
wp-includes/rest-api/endpoints: class-wp-rest-global-styles-controller
wp-includes/rest-api/endpoints: class-wp-rest-global-styles-revisions-controller
wp-includes/rest-api/endpoints: class-wp-rest-icon-collections-controller class-wp-rest-icons-controller
wp-includes/rest-api/endpoints: class-wp-rest-menu-items-controller class-wp-rest-menu-locations-controller
wp-includes/rest-api/endpoints: class-wp-rest-menus-controller class-wp-rest-navigation-fallback-controller
wp-includes/rest-api/endpoints: class-wp-rest-pattern-directory-controller class-wp-rest-plugins-controller
wp-includes/rest-api/endpoints: class-wp-rest-post-statuses-controller class-wp-rest-post-types-controller
wp-includes/rest-api/endpoints: class-wp-rest-posts-controller class-wp-rest-revisions-controller
wp-includes/rest-api/endpoints: class-wp-rest-search-controller class-wp-rest-settings-controller
wp-includes/rest-api/endpoints: class-wp-rest-sidebars-controller class-wp-rest-site-health-controller
wp-includes/rest-api/endpoints: class-wp-rest-taxonomies-controller class-wp-rest-template-autosaves-controller
wp-includes/rest-api/endpoints: class-wp-rest-template-revisions-controller class-wp-rest-templates-controller
wp-includes/rest-api/endpoints: class-wp-rest-terms-controller class-wp-rest-themes-controller
wp-includes/rest-api/endpoints: class-wp-rest-url-details-controller class-wp-rest-users-controller
wp-includes/rest-api/endpoints: class-wp-rest-view-config-controller class-wp-rest-widget-types-controller
wp-includes/rest-api/endpoints: class-wp-rest-widgets-controller
wp-includes/rest-api/fields: class-wp-rest-comment-meta-fields class-wp-rest-meta-fields
wp-includes/rest-api/fields: class-wp-rest-post-meta-fields class-wp-rest-term-meta-fields
wp-includes/rest-api/fields: class-wp-rest-user-meta-fields
wp-includes/rest-api/search: class-wp-rest-post-format-search-handler class-wp-rest-post-search-handler
wp-includes/rest-api/search: class-wp-rest-search-handler class-wp-rest-term-search-handler
wp-includes/sitemaps: class-wp-sitemaps-index class-wp-sitemaps-provider class-wp-sitemaps-registry
wp-includes/sitemaps: class-wp-sitemaps-renderer class-wp-sitemaps-stylesheet class-wp-sitemaps
wp-includes/sitemaps/providers: class-wp-sitemaps-posts class-wp-sitemaps-taxonomies class-wp-sitemaps-users
wp-includes/sodium_compat: autoload-php7 autoload
wp-includes/sodium_compat/lib: constants namespaced php72compat php72compat_const php84compat php84compat_const
wp-includes/sodium_compat/lib: ristretto255 sodium_compat stream-xchacha20
wp-includes/sodium_compat/namespaced: Compat Crypto File
wp-includes/sodium_compat/namespaced/Core: BLAKE2b ChaCha20 Curve25519 Ed25519 HChaCha20 HSalsa20 Poly1305 Salsa20
wp-includes/sodium_compat/namespaced/Core: SipHash Util X25519 XChaCha20 Xsalsa20
wp-includes/sodium_compat/namespaced/Core/ChaCha20: Ctx IetfCtx
wp-includes/sodium_compat/namespaced/Core/Curve25519: Fe H
wp-includes/sodium_compat/namespaced/Core/Curve25519/Ge: Cached P1p1 P2 P3 Precomp
wp-includes/sodium_compat/namespaced/Core/Poly1305: State
wp-includes/sodium_compat/src: Compat Crypto Crypto32 File SodiumException
wp-includes/sodium_compat/src/Core: AEGIS128L AEGIS256 AES BLAKE2b ChaCha20 Curve25519 Ed25519 HChaCha20 HSalsa20
wp-includes/sodium_compat/src/Core: Poly1305 Ristretto255 Salsa20 SipHash Util X25519 XChaCha20 XSalsa20
wp-includes/sodium_compat/src/Core/AEGIS: State128L State256
wp-includes/sodium_compat/src/Core/AES: Block Expanded KeySchedule
wp-includes/sodium_compat/src/Core/Base64: Common Original UrlSafe
wp-includes/sodium_compat/src/Core/ChaCha20: Ctx IetfCtx
wp-includes/sodium_compat/src/Core/Curve25519: Fe H
wp-includes/sodium_compat/src/Core/Curve25519/Ge: Cached P1p1 P2 P3 Precomp
wp-includes/sodium_compat/src/Core/Poly1305: State
wp-includes/sodium_compat/src/Core/SecretStream: State
wp-includes/sodium_compat/src/Core32: BLAKE2b ChaCha20 Curve25519 Ed25519 HChaCha20 HSalsa20 Int32 Int64 Poly1305
wp-includes/sodium_compat/src/Core32: Salsa20 SipHash Util X25519 XChaCha20 XSalsa20
wp-includes/sodium_compat/src/Core32/ChaCha20: Ctx IetfCtx
wp-includes/sodium_compat/src/Core32/Curve25519: Fe H
wp-includes/sodium_compat/src/Core32/Curve25519/Ge: Cached P1p1 P2 P3 Precomp
wp-includes/sodium_compat/src/Core32/Poly1305: State
wp-includes/sodium_compat/src/Core32/SecretStream: State
wp-includes/sodium_compat/src/PHP52: SplFixedArray
wp-includes/style-engine: class-wp-style-engine-css-declarations class-wp-style-engine-css-rule
wp-includes/style-engine: class-wp-style-engine-css-rules-store class-wp-style-engine-processor class-wp-style-engine
wp-includes/theme-compat: comments-popup comments embed-404 embed-content embed footer-embed footer header-embed
wp-includes/theme-compat: header sidebar
wp-includes/widgets: class-wp-nav-menu-widget class-wp-widget-archives class-wp-widget-block class-wp-widget-calendar
wp-includes/widgets: class-wp-widget-categories class-wp-widget-custom-html class-wp-widget-links
wp-includes/widgets: class-wp-widget-media-audio class-wp-widget-media-gallery class-wp-widget-media-image
wp-includes/widgets: class-wp-widget-media-video class-wp-widget-media class-wp-widget-meta class-wp-widget-pages
wp-includes/widgets: class-wp-widget-recent-comments class-wp-widget-recent-posts class-wp-widget-rss
wp-includes/widgets: class-wp-widget-search class-wp-widget-tag-cloud class-wp-widget-text
`;
