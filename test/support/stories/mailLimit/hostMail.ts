/** The mail as the owner gets it from ロリポップ!: it names an account and a number, but no file and no inquiry. */
export const MAIL_LIMIT_MAIL = `件名：【ロリポップ!】メール送信件数の上限を超過しております
差出人：ロリポップ! サポート <support@lolipop.jp>
日時：2021年11月1日 21:08

ロリポップ!をご利用いただき、ありがとうございます。

この度、アカウント【tsuchinone.example.jp】のWEBサーバーより、
【 10,000 】件のメールが送信されたことを確認いたしました。

禁止事項にある1日あたりのメール送信件数の上限を超過しておりますので、
現在、WEBサーバーからのメール送信を制限しております。

■お心当たりがある場合
　間隔を空けるなどして、上限を超えないように送信してください。
　制限は1時間ほどで自動的に解除されます。

■お心当たりがない場合
　設置されているプログラムを、第三者に利用されているおそれがあります。
　該当日のアクセスログをご確認のうえ、ご不要なプログラムを削除してください。

ロリポップ! サポート
https://lolipop.jp/manual/user/mail.php
`;
