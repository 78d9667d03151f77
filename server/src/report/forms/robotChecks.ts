/** A service that tells people from robots. */
export interface RobotCheck {
  readonly name: string;
  /** Page at which keys are got. */
  readonly keys: string;
  /** Script for the page. */
  readonly script: string;
  /** Class of the element in which the check appears. */
  readonly className: string;
  /** Field with the token that the check adds to the form. */
  readonly field: string;
  /** Where the program asks whether a token is good, by POST with `secret` and `response`; the answer is JSON with `success`. */
  readonly verify: string;
}

/**
 * https://developers.cloudflare.com/turnstile/get-started/server-side-validation/,
 * https://developers.google.com/recaptcha/docs/display, https://developers.google.com/recaptcha/docs/verify
 */
export const ROBOT_CHECKS: readonly RobotCheck[] = [
  {
    name: 'Cloudflare Turnstile',
    keys: 'https://dash.cloudflare.com/?to=/:account/turnstile',
    script: 'https://challenges.cloudflare.com/turnstile/v0/api.js',
    className: 'cf-turnstile',
    field: 'cf-turnstile-response',
    verify: 'https://challenges.cloudflare.com/turnstile/v0/siteverify',
  },
  {
    name: 'Google reCAPTCHA v2',
    keys: 'https://www.google.com/recaptcha/admin',
    script: 'https://www.google.com/recaptcha/api.js',
    className: 'g-recaptcha',
    field: 'g-recaptcha-response',
    verify: 'https://www.google.com/recaptcha/api/siteverify',
  },
];

/** Lines for the page: the form as it begins, then what is new in it. */
export function formLines(check: RobotCheck, opening: string, fields: readonly string[], trap: string): string[] {
  return [
    `<script src="${check.script}" async defer></script>`,
    opening,
    ...(fields.length === 0 ? [] : [`  <!-- ${fields.join(', ')} -->`]),
    `  <div class="${check.className}" data-sitekey="SITE_KEY"></div>`,
    '  <div style="position: absolute; left: -9999px" aria-hidden="true">',
    `    <input type="text" name="${trap}" tabindex="-1" autocomplete="off">`,
    '  </div>',
    '</form>',
  ];
}

/** How a program gets what was typed into its form. */
export interface FormInput {
  /** Variable of PHP's with the fields. */
  readonly variable: '$_POST' | '$_GET';
  /** The program also shows the form, which must go on without a check. */
  readonly showsForm: boolean;
  /** Name of the field that people don't see. */
  readonly trap: string;
}

/**
 * Lines for the program, for PHP 5.4 and newer. They ask by curl, because hosts have `allow_url_fopen` switched off after an abuse, and
 * send nothing when the service does not answer.
 */
export function programLines({ verify, field }: RobotCheck, { variable, showsForm, trap }: FormInput): string[] {
  const lines = [
    `if (!empty(${variable}['${trap}'])) {`,
    '    exit;',
    '}',
    `$token = isset(${variable}['${field}']) ? ${variable}['${field}'] : '';`,
    `$request = curl_init('${verify}');`,
    'curl_setopt($request, CURLOPT_POST, true);',
    'curl_setopt($request, CURLOPT_RETURNTRANSFER, true);',
    'curl_setopt($request, CURLOPT_TIMEOUT, 10);',
    "curl_setopt($request, CURLOPT_POSTFIELDS, http_build_query(array('secret' => 'SECRET_KEY', 'response' => $token)));",
    '$answer = json_decode((string) curl_exec($request), true);',
    "if (empty($answer['success'])) {",
    '    http_response_code(400);',
    '    exit;',
    '}',
  ];
  const whole = showsForm ? [`if (!empty(${variable})) {`, ...lines.map((line) => `    ${line}`), '}'] : lines;
  return ['<?php', ...whole, '?>'];
}
