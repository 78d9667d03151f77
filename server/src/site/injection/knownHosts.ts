/** Hosts in groups of one line each, as people read them. */
function hosts(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/**
 * Services whose scripts, frames and requests stand on ordinary pages; hosts below them count too. Whoever could put a file
 * there for everybody to fetch, such as storage services and short links, is not in this list.
 */
export const KNOWN_HOSTS: ReadonlySet<string> = hosts(`
  google.com google.co.jp google-analytics.com googletagmanager.com googlesyndication.com googleadservices.com googleapis.com
  gstatic.com doubleclick.net youtube.com youtube-nocookie.com ytimg.com youtu.be recaptcha.net googletagservices.com ggpht.com
  2mdn.net ampproject.org blogger.com goo.gl g.co withgoogle.com adtrafficquality.google
  facebook.com facebook.net fbcdn.net instagram.com twitter.com x.com twimg.com t.co linkedin.com licdn.com pinterest.com
  pinimg.com tiktok.com tiktokcdn.com reddit.com redditstatic.com snapchat.com sc-static.net whatsapp.com wa.me
  telegram.org t.me vk.com ok.ru line.me line-scdn.net line-website.com hatena.ne.jp hatena.com st-hatena.com mixi.jp note.com
  slideshare.net speakerdeck.com disqus.com disquscdn.com addthis.com sharethis.com addtoany.com shareaholic.com
  bing.com clarity.ms microsoft.com msn.com live.com office.com azureedge.net aspnetcdn.com msauth.net microsoftonline.com
  yahoo.com yahoo.co.jp yimg.com yimg.jp yjtag.jp yahooapis.jp duckduckgo.com baidu.com bdstatic.com yandex.ru yandex.net
  yandex.com yastatic.net naver.com naver.net qq.com apple.com cdn-apple.com icloud.com mzstatic.com amazon.com amazon.co.jp
  amazon-adsystem.com media-amazon.com ssl-images-amazon.com rakuten.co.jp rakuten.com
  cloudflare.com cloudflareinsights.com cloudflare.net jquery.com jsdelivr.net unpkg.com bootstrapcdn.com fontawesome.com
  typekit.net typekit.com adobe.com adobedtm.com omtrdc.net demdex.net fonts.net fontplus.jp typesquare.com morisawa.co.jp
  polyfill-fastly.io akamaized.net fastly.net rawgit.com esm.sh skypack.dev staticfile.org bootcss.com tailwindcss.com
  wp.com wordpress.com wordpress.org gravatar.com w.org jetpack.com akismet.com woocommerce.com automattic.com elementor.com
  wix.com wixstatic.com parastorage.com squarespace.com shopify.com shopifycdn.com editmysite.com jimdo.com
  hubspot.com hs-scripts.com hs-analytics.net hsforms.net hsforms.com mailchimp.com list-manage.com chimpstatic.com
  sendinblue.com brevo.com klaviyo.com activehosted.com marketo.net marketo.com pardot.com salesforce.com force.com
  salesforceliveagent.com mktoresp.com eloqua.com zendesk.com zdassets.com zopim.com intercom.io intercomcdn.com tawk.to
  crisp.chat olark.com livechatinc.com freshchat.com drift.com driftt.com hotjar.com mouseflow.com crazyegg.com
  fullstory.com segment.com segment.io mixpanel.com amplitude.com heap.io matomo.cloud matomo.org piwik.org piwik.pro
  statcounter.com quantserve.com quantcount.com scorecardresearch.com chartbeat.com newrelic.com nr-data.net sentry.io
  sentry-cdn.com bugsnag.com optimizely.com visualwebsiteoptimizer.com vwo.com kissmetrics.com woopra.com histats.com
  ptengine.jp ptengine.com usergram.info karte.io rtoaster.jp userlocal.jp i-mobile.co.jp a8.net accesstrade.net
  valuecommerce.com moshimo.com felmat.net linksynergy.com microad.jp microad.net im-apps.net socdm.com adingo.jp
  fout.jp impact-ad.jp logly.co.jp popin.cc nakanohito.jp shinobi.jp ziyu.net fc2.com
  criteo.com criteo.net taboola.com outbrain.com adnxs.com rubiconproject.com pubmatic.com openx.net casalemedia.com
  adsrvr.org bidswitch.net mathtag.com rlcdn.com bluekai.com krxd.net everesttech.net mediavine.com adroll.com teads.tv
  moatads.com adform.net smartadserver.com 3lift.com indexww.com sharethrough.com yieldmo.com media.net carbonads.com
  buysellads.com buysellads.net ads-twitter.com atdmt.com flashtalking.com serving-sys.com sizmek.com
  cookiebot.com onetrust.com cookielaw.org cookieyes.com cdn-cookieyes.com iubenda.com trustarc.com usercentrics.eu osano.com
  quantcast.com consensu.org cookiepro.com termly.io privacy-mgmt.com didomi.io
  paypal.com paypalobjects.com stripe.com stripe.network braintreegateway.com braintree-api.com authorize.net adyen.com
  squareup.com square.com squarecdn.com klarna.com klarnacdn.net mollie.com worldpay.com sagepay.com cybersource.com
  moneris.com 2checkout.com payjp.jp pay.jp gmo-pg.com mul-pay.jp veritrans.co.jp veritrans.jp sbpayment.jp epsilon.jp
  paygent.co.jp cardinalcommerce.com payments-amazon.com afterpay.com razorpay.com mercadopago.com paypay.ne.jp komoju.com
  webpay.jp econtext.jp paidy.com zeus.jp cloudpayment.co.jp omise.co checkout.com recurly.com chargebee.com
  hcaptcha.com arkoselabs.com funcaptcha.com
  openstreetmap.org mapbox.com leafletjs.com arcgis.com arcgisonline.com here.com virtualearth.net mapfan.com yolp.jp
  its-mo.com maptiler.com
  vimeo.com vimeocdn.com dailymotion.com dmcdn.net wistia.com wistia.net brightcove.com brightcove.net jwpcdn.com
  jwplatform.com jwplayer.com twitch.tv niconico.jp nicovideo.jp spotify.com scdn.co soundcloud.com sndcdn.com bandcamp.com
  ustream.tv vine.co giphy.com imgur.com flickr.com staticflickr.com photobucket.com
  github.com gitlab.com bitbucket.org codepen.io jsfiddle.net stackoverflow.com
  stackexchange.com sourceforge.net npmjs.com npmjs.org nodejs.org mozilla.org mozilla.com w3.org whatwg.org ietf.org
  rfc-editor.org schema.org xmlns.com purl.org ogp.me creativecommons.org gnu.org apache.org opensource.org php.net
  mysql.com wikipedia.org wikimedia.org wikidata.org archive.org jquerymobile.com jqueryui.com reactjs.org react.dev
  vuejs.org angular.io angularjs.org nextjs.org gatsbyjs.com sass-lang.com lesscss.org getbootstrap.com
  developers.google mediawiki.org drupal.org joomla.org typo3.org tinymce.com tiny.cloud ckeditor.com
  typeform.com jotform.com surveymonkey.com calendly.com eventbrite.com opentable.com tripadvisor.com trustpilot.com
  yotpo.com bazaarvoice.com powerreviews.com feedburner.com feedly.com getpocket.com evernote.com medium.com
  browsehappy.com caniuse.com macromedia.com real.com webtrends.com webtrendslive.com alexa.com alexametrics.com
  html5shim.googlecode.com googlecode.com html5shiv.com
`);

/** Services that sell what visitors' processors calculate. */
export const MINING_HOSTS: ReadonlySet<string> = hosts(`
  coinhive.com coin-hive.com cnhv.co authedmine.com crypto-loot.com cryptoloot.pro cryptaloot.pro coinimp.com coinimp.net
  webminepool.com webmine.pro minero.cc minero.pw jsecoin.com monerominer.rocks coinerra.com coin-have.com ppoi.org
  moneroocean.stream minexmr.com webminerpool.com deepminer.org hashing.win mineralt.io webmine.cz coinpot.co
  hostingcloud.racing hostingcloud.science freecontent.date browsermine.com cryptonoter.com gridcash.net
`);
