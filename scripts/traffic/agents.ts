import type { Random } from './random';

// Versions and models in use in Japan in autumn 2021, the commonest first.
const CHROME = [
  '95.0.4638.54',
  '94.0.4606.81',
  '95.0.4638.69',
  '94.0.4606.71',
  '93.0.4577.82',
  '92.0.4515.159',
  '91.0.4472.124',
  '90.0.4430.212',
  '93.0.4577.63',
  '92.0.4515.131',
  '89.0.4389.114',
  '88.0.4324.150',
  '91.0.4472.77',
  '87.0.4280.141',
  '86.0.4240.198',
  '83.0.4103.116',
];
const EDGE = [
  '95.0.1020.40',
  '94.0.992.50',
  '95.0.1020.30',
  '94.0.992.38',
  '93.0.961.52',
  '92.0.902.84',
  '91.0.864.59',
];
const FIREFOX = ['93.0', '94.0', '92.0', '91.0', '78.0', '90.0', '89.0', '88.0', '52.0'];
const SAFARI = ['15.0', '14.1.2', '14.1.1', '13.1.2', '14.0.3', '15.1', '12.1.2', '11.1.2'];
const MAC_OS = ['10_15_7', '10_14_6', '10_13_6', '10_15_6', '10_12_6', '10_11_6'];
const IOS = [
  '15_0_2',
  '14_8',
  '14_7_1',
  '15_1',
  '14_6',
  '14_4_2',
  '15_0_1',
  '14_4',
  '13_7',
  '12_5_5',
  '14_3',
  '14_8_1',
  '14_2',
  '13_6_1',
  '15_0',
  '14_0_1',
  '13_5_1',
  '12_5_4',
  '13_3_1',
  '14_5_1',
  '12_4_1',
  '11_4_1',
];
const ANDROID = ['11', '10', '9', '8.0.0', '12', '8.1.0', '7.0', '7.1.1'];
const MODELS = (
  'SO-51B SC-52A SH-M12 SO-41A SCG01 SOG01 SH-51A SC-02M SO-52A SH-M15 F-41A SOV40 SHV45 SCV46 SO-01L ' +
  'A001SO A002SH 901SO 801SH 706SH SO-02L SH-04L SC-01L F-01L SC-51B SH-51B SO-52B A101OP CPH1983 CPH2099 SHG01 SHG03 ' +
  'SOG03 SCG07 KYV44 KYV47 SO-04J SH-01K SC-04J F-04K 802SO 605SH 507SH L-01K LGV36 MAR-LX2J ANE-LX2J HWV32 XQ-AT42'
).split(' ');
const LINE = ['11.17.0', '11.16.2', '11.18.1', '11.15.3', '11.14.0', '11.12.0', '10.21.3'];
const YAHOO = ['4.37.0', '4.36.1', '4.38.0', '4.35.0', '4.33.2', '4.28.0'];
const GOOGLE_APP = ['181.0.401', '180.0.396', '182.0.404', '177.0.394', '170.0.386', '149.1.343'];

/** What the program behind the floods called itself; no ordinary visitor does. */
export const FLOOD_AGENT = windows('Chrome/78.0.3904.108 Safari/537.36');

/** Draws the user agent of a new visitor: a few are common, many are rare, as the versions and models of a real day are. */
export function drawUserAgent(random: Random, phone: boolean): string {
  if (phone) return random.chance(0.65) ? drawIphone(random) : drawAndroid(random);
  const draw = random.next();
  if (draw < 0.42) return windows(`Chrome/${random.favour(CHROME)} Safari/537.36`);
  if (draw < 0.64) return windows(`Chrome/${random.favour(CHROME)} Safari/537.36 Edg/${random.favour(EDGE)}`);
  if (draw < 0.75) return drawFirefox(random);
  if (draw < 0.79) return 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko';
  return drawMac(random);
}

function windows(browser: string): string {
  return `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) ${browser}`;
}

function drawFirefox(random: Random): string {
  const version = random.favour(FIREFOX);
  const system = random.favour([
    'Windows NT 10.0; Win64; x64',
    'Windows NT 6.1; Win64; x64',
    'X11; Ubuntu; Linux x86_64',
  ]);
  return `Mozilla/5.0 (${system}; rv:${version}) Gecko/20100101 Firefox/${version}`;
}

function drawMac(random: Random): string {
  const browser = random.chance(0.6)
    ? `AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${random.favour(SAFARI)} Safari/605.1.15`
    : `AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${random.favour(CHROME)} Safari/537.36`;
  return `Mozilla/5.0 (Macintosh; Intel Mac OS X ${random.favour(MAC_OS)}) ${browser}`;
}

function drawIphone(random: Random): string {
  const system = random.favour(IOS);
  const device = `Mozilla/5.0 (iPhone; CPU iPhone OS ${system} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)`;
  const draw = random.next();
  if (draw < 0.68) return `${device} Version/${random.favour(SAFARI)} Mobile/15E148 Safari/604.1`;
  if (draw < 0.8) return `${device} Mobile/15E148 Safari Line/${random.favour(LINE)}`;
  if (draw < 0.9) return `${device} GSA/${random.favour(GOOGLE_APP)} Mobile/15E148 Safari/604.1`;
  return `${device} Mobile/15E148 YJApp-IOS jp.co.yahoo.ipn.appli/${random.favour(YAHOO)}`;
}

function drawAndroid(random: Random): string {
  const device = `Mozilla/5.0 (Linux; Android ${random.favour(ANDROID)}; ${random.favour(MODELS)})`;
  return `${device} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${random.favour(CHROME)} Mobile Safari/537.36`;
}
