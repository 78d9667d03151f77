import type { Random } from '../random';

// Browsers of autumn 2025. Chrome, Edge and Firefox say little more than their main version
// (https://www.chromium.org/updates/ua-reduction/), so that many people have the same agent.
const CHROME = ['140.0.0.0', '139.0.0.0', '138.0.0.0', '137.0.0.0', '136.0.0.0', '131.0.0.0', '109.0.0.0'];
const FIREFOX = ['143.0', '142.0', '140.0', '128.0', '115.0'];
const SAFARI = ['18.6', '18.5', '26.0', '18.3', '17.6', '16.6'];
const IOS = ['18_6_2', '18_6', '18_5', '26_0', '18_3_2', '17_7_2', '17_6_1', '16_7_11', '15_8_4'];
const LINE = ['15.14.0', '15.13.1', '15.12.2', '15.10.0'];
const INSTAGRAM = ['398.0.0.28.79', '397.1.0.26.83', '395.0.0.30.81'];
const YAHOO = ['4.132.0', '4.131.1', '4.129.0'];

/** Draws the agent of a browser. */
export function drawBrowser(random: Random, phone: boolean): string {
  if (phone) return random.chance(0.63) ? drawIphone(random) : drawAndroid(random);
  const draw = random.next();
  if (draw < 0.46) return windows(`Chrome/${random.favour(CHROME)} Safari/537.36`);
  if (draw < 0.72) return windows(`Chrome/${random.favour(CHROME)} Safari/537.36 Edg/${random.favour(CHROME)}`);
  if (draw < 0.82) {
    const version = random.favour(FIREFOX);
    return `Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:${version}) Gecko/20100101 Firefox/${version}`;
  }
  const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
  return random.chance(0.7)
    ? `${mac} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${random.favour(SAFARI)} Safari/605.1.15`
    : `${mac} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${random.favour(CHROME)} Safari/537.36`;
}

function windows(browser: string): string {
  return `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) ${browser}`;
}

function drawIphone(random: Random): string {
  const system = random.favour(IOS);
  const device = `Mozilla/5.0 (iPhone; CPU iPhone OS ${system} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)`;
  const draw = random.next();
  if (draw < 0.62) return `${device} Version/${random.favour(SAFARI)} Mobile/15E148 Safari/604.1`;
  if (draw < 0.78) return `${device} Mobile/15E148 Safari Line/${random.favour(LINE)}`;
  if (draw < 0.9) {
    return `${device} Mobile/15E148 Instagram ${random.favour(INSTAGRAM)} (iPhone15,2; iOS ${system}; ja_JP)`;
  }
  return `${device} Mobile/15E148 YJApp-IOS jp.co.yahoo.ipn.appli/${random.favour(YAHOO)}`;
}

function drawAndroid(random: Random): string {
  const device = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)';
  const browser = `${device} Chrome/${random.favour(CHROME)} Mobile Safari/537.36`;
  if (random.chance(0.15)) return `${browser} Line/${random.favour(LINE)}/IAB`;
  return random.chance(0.12) ? `${browser} SamsungBrowser/28.0` : browser;
}
