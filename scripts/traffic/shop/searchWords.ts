/**
 * What people look for in the shop. The English ones have quotes, signs and words in them that also occur in attacks: a rule
 * that accuses whoever looks for a "union jack" is of no use.
 */
export const SEARCH_WORDS: readonly string[] = [
  '茶碗',
  '湯のみ 大きめ',
  '皿 "白磁"',
  '土鍋 2人用',
  'マグカップ ペア',
  '箸置き 動物',
  'ギフト 3000円以下',
  '花瓶(小)',
  '急須 200ml',
  '木のスプーン & フォーク',
  'プレゼント 男性',
  '「秋の新作」',
  '鉄瓶 IH対応',
  'お皿 5枚セット',
  '営業時間',
  '送料無料',
  '本 プログラミング',
  'union jack mug',
  'select shop tokyo',
  'drop earrings or necklace',
  "children's plate",
  "'blue bowl'",
  '"tea for two"',
  'order by mail',
  'table 60x60',
  'insert for tray',
  'like new -- used',
  'cup and saucer',
  'JavaScript: The Good Parts',
  'SQL入門 (第3版)',
  'php & mysql book',
  'rock & roll plate <black>',
  'rice cooker 1=1 set',
  '50% off',
  'sleep(ing) mask',
  'cat /dog bowl',
  'delete mark remover',
  'script font stamp',
  'alert bell',
  'admin desk',
  '100%cotton; towel',
  'C++ mug',
  'l0v3 mug',
  'etc.',
];

/** A search as a browser sends it in a query: blanks become `+`, most signs are percent-encoded. */
export function formEncoded(text: string): string {
  return new URLSearchParams({ s: text }).toString().slice(2);
}
