import { Choice } from './random';

/** User agents of a browsing public in autumn 2021, with rough shares. */
export const COMPUTER_AGENTS = new Choice<string>([
  [windows('Chrome/95.0.4638.54 Safari/537.36'), 30],
  [windows('Chrome/94.0.4606.81 Safari/537.36'), 9],
  [windows('Chrome/95.0.4638.54 Safari/537.36 Edg/95.0.1020.40'), 17],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:93.0) Gecko/20100101 Firefox/93.0', 9],
  ['Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko', 4],
  [mac('AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.0 Safari/605.1.15'), 11],
  [mac('AppleWebKit/537.36 (KHTML, like Gecko) Chrome/95.0.4638.54 Safari/537.36'), 8],
]);

/** User agents of phones, apps that show pages among them. */
export const PHONE_AGENTS = new Choice<string>([
  [iphone('15_0_2', 'Version/15.0 Mobile/15E148 Safari/604.1'), 24],
  [iphone('14_8', 'Version/14.1.2 Mobile/15E148 Safari/604.1'), 19],
  [iphone('15_0_2', 'GSA/181.0.401 Mobile/15E148 Safari/604.1'), 6],
  [iphone('14_8', 'Mobile/15E148 YJApp-IOS jp.co.yahoo.ipn.appli/4.37.0'), 6],
  [iphone('14_8', 'Mobile/15E148 Safari Line/11.17.0'), 7],
  [android('11', 'Pixel 5', ''), 5],
  [android('11', 'SO-51B', ''), 6],
  [android('10', 'SH-M12', ''), 5],
  [android('11', 'SC-52A', ''), 5],
  [android('9', 'F-01L', ' YJApp-ANDROID jp.co.yahoo.android.yjtop/3.108.0'), 3],
]);

/** What the program behind the floods called itself; no ordinary visitor does. */
export const FLOOD_AGENT = windows('Chrome/78.0.3904.108 Safari/537.36');

function windows(rest: string): string {
  return `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) ${rest}`;
}

function mac(rest: string): string {
  return `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${rest}`;
}

function iphone(version: string, rest: string): string {
  const engine = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
  return `Mozilla/5.0 (iPhone; CPU iPhone OS ${version} like Mac OS X) ${engine} ${rest}`;
}

function android(version: string, model: string, rest: string): string {
  const browser = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/95.0.4638.50 Mobile Safari/537.36';
  return `Mozilla/5.0 (Linux; Android ${version}; ${model}) ${browser}${rest}`;
}
