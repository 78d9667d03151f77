import type { PageContent } from './layout';

/** The Japanese pages by their path in the site folder. */
export const JAPANESE_PAGES: Readonly<Record<string, PageContent>> = {
  'index.html': {
    title: '山あいの小さな窯',
    body: `
<h1>山あいの小さな窯から</h1>
<p><img src="images/kiln.png" alt="登り窯" width="240" height="160"></p>
<p>毎日の食卓で使える器を、土づくりから一つずつ手で作っています。</p>
<ul>
<li><a href="works/">器のご紹介</a></li>
<li><a href="workshop.html">陶芸教室(手びねり・電動ろくろ)</a></li>
<li><a href="news/20211030.html">秋の窯出し展のお知らせ</a></li>
</ul>`,
  },
  'about.html': {
    title: '陶房について',
    body: `
<h1>陶房について</h1>
<p>二〇一六年に開いた、夫婦ふたりの陶房です。裏山の土を少しずつ掘り、寝かせ、漉して使っています。</p>
<p>器についてのご質問は<a href="/contact/">お問い合わせ</a>からどうぞ。</p>`,
  },
  'workshop.html': {
    title: '陶芸教室',
    body: `
<h1>陶芸教室</h1>
<p><video src="movie/kiln.mp4" width="480" height="270" controls></video></p>
<p>土日の午前と午後、各回六名まで。作品は二か月ほどでお渡しします。</p>
<p>お申し込みは<a href="contact/index.php">こちらのフォーム</a>から、希望日をお書きください。</p>`,
  },
  'works/index.html': {
    title: '器',
    body: `
<h1>器</h1>
<ul>
<li><a href="plates.html"><img src="../images/works/plate.png" alt="" width="24" height="16">皿</a></li>
<li><a href="bowls.html"><img src="../images/works/bowl.png" alt="" width="24" height="16">鉢と飯碗</a></li>
</ul>`,
  },
  'works/plates.html': {
    title: '皿',
    body: `
<h1>皿</h1>
<p><img src="../images/works/plate.png" alt="灰釉の七寸皿" width="240" height="160"></p>
<p>灰釉の七寸皿。パンにも煮物にも。一枚ごとに色が違います。</p>
<p><a href="./">器の一覧へ</a></p>`,
  },
  'works/bowls.html': {
    title: '鉢と飯碗',
    body: `
<h1>鉢と飯碗</h1>
<p><img src="../images/works/bowl.png" alt="粉引の飯碗" width="240" height="160"></p>
<p>粉引の飯碗。使うほどに貫入が深くなります。</p>
<p><a href="./">器の一覧へ</a></p>`,
  },
  'news/index.html': {
    title: 'お知らせ',
    body: `
<h1>お知らせ</h1>
<dl>
<dt>2021年10月30日</dt><dd><a href="20211030.html">秋の窯出し展を開きます</a></dd>
<dt>2021年9月12日</dt><dd><a href="20210912.html">陶芸教室を再開しました</a></dd>
</dl>`,
  },
  'news/20211030.html': {
    title: '秋の窯出し展を開きます',
    body: `
<h1>秋の窯出し展を開きます</h1>
<p>十一月三日から七日まで、窯から出したばかりの器を陶房に並べます。十一月一日の昼の番組でもご紹介いただきます。</p>
<p><a href="/access.html">交通案内</a></p>`,
  },
  'news/20210912.html': {
    title: '陶芸教室を再開しました',
    body: `
<h1>陶芸教室を再開しました</h1>
<p>人数を減らして<a href="../workshop.html">陶芸教室</a>を再開しました。</p>`,
  },
  'contact/thanks.html': {
    title: '送信しました',
    body: `
<h1>送信しました</h1>
<p>三日以内にご返事します。Thank you, we will answer within three days.</p>
<p><a href="/">ホームへ</a></p>`,
  },
  '404.html': {
    title: 'ページが見つかりません',
    body: `
<h1>ページが見つかりません</h1>
<p><a href="/">ホームへ戻る</a></p>`,
  },
};

/** The oldest page, never converted from the encoding of its time: it is stored as Shift_JIS. */
export const SHIFT_JIS_PAGES: Readonly<Record<string, PageContent>> = {
  'access.html': {
    title: '交通案内',
    body: `
<h1>交通案内</h1>
<p>駅からバスで二十分、「窯跡前」で降りて坂を上がってください。駐車場は四台分あります。</p>
<p>予約・能登の器・十月の表示など、ご不明の点は<a href="/contact/">お問い合わせ</a>ください。</p>`,
  },
};
