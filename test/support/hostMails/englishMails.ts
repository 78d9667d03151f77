import type { HostMail } from './hostMail';

/** Mails of hosts abroad. Layouts: public pages of those who got them, and the hosts' pages of help. */
export const ENGLISH_MAILS: readonly HostMail[] = [
  {
    name: 'cPanel with Imunify',
    text: `Subject: [web1.host.example] Malware found on the account shopuser
Username: shopuser
Primary domain: shop.example
Imunify360 detected 2 malicious files:
/home/shopuser/public_html/wp-content/cache/a.php  SMW-SA-05155-mlw.wshll
/home/shopuser/public_html/index.php  SMW-INJ-04346-php.inj
They have been cleaned.`,
    expected: {
      language: 'en',
      host: 'cpanel',
      kinds: ['malware'],
      identifiers: { account: 'shopuser' },
      domains: ['shop.example'],
      files: ['/home/shopuser/public_html/wp-content/cache/a.php', '/home/shopuser/public_html/index.php'],
      measures: ['files-removed'],
    },
  },
  {
    name: 'a reseller with ConfigServer’s scanner',
    text: `Subject: Security Notice [shopuser] on web2
Warning - Nov  1 05:00:07 web2 ['/home/shopuser/public_html/shop/code.php'] - (decoded file [depth: 1]) Regular expression match
Critical - Nov  1 05:00:09 web2 ['/home/shopuser/public_html/x.php'] - Known exploit = [Fingerprint Match]
Your hosting account has been suspended.`,
    expected: {
      language: 'en',
      files: ['/home/shopuser/public_html/shop/code.php', '/home/shopuser/public_html/x.php'],
      measures: ['account-suspended'],
    },
  },
  {
    name: 'SiteGround',
    text: `Dear client,
This is the SiteGround Security Team. Ticket ID: 1234567
Site: shop.example
The Site Scanner found malicious code in: /home/customer/www/shop.example/public_html/wp-content/mu-plugins/x.php
Outgoing mail from your account was temporarily blocked.
Please update WordPress and all plugins, and change all admin passwords.`,
    expected: {
      language: 'en',
      host: 'siteground',
      kinds: ['malware'],
      identifiers: { inquiry: '1234567' },
      domains: ['shop.example'],
      files: ['/home/customer/www/shop.example/public_html/wp-content/mu-plugins/x.php'],
      measures: ['mail-stopped'],
      tasks: ['update-programs', 'change-cms-password'],
    },
  },
  {
    name: 'Bluehost',
    text: `Bluehost Terms of Service Compliance
Your web hosting account for shop.example has been deactivated, as of 11/01/2021.
Reason: site causing performance problems, malware.
The infected files are listed in malware.txt in your home directory.
Please remove all malware and thoroughly secure your account before contacting us.
1-888-401-4678 support@bluehost.com`,
    expected: {
      language: 'en',
      host: 'bluehost',
      kinds: ['malware'],
      domains: ['shop.example'],
      lists: ['malware.txt'],
      measures: ['account-suspended'],
      tasks: ['delete-files'],
      mails: undefined,
    },
  },
  {
    name: 'HostGator',
    text: `[#ABC-12345678]: Malware reported - gator1234
HostGator Abuse department has received a report of malware on an account under your control.
We have disabled site access for your account, and list what was reported:
http://shop.example/wp-includes/js/x/login.php
hxxp://shop[.]example/images/
Repeated reports within 60 days lead to further action. Call 866-964-2867.
Once your account is secured, please reply to this ticket to request a review.`,
    expected: {
      language: 'en',
      host: 'hostgator',
      kinds: ['malware'],
      identifiers: { inquiry: 'ABC-12345678' },
      files: ['/wp-includes/js/x/login.php', '/images/'],
      measures: ['pages-stopped'],
      tasks: ['reply'],
      deadline: undefined,
      mails: undefined,
    },
  },
  {
    name: 'GoDaddy',
    text: `GoDaddy Hosting Security
Customer Number: 12345678
Domain: shop.example
We found files in your hosting account that were used for phishing:
/home/content/12/12345678/html/secure/login.html
You have 72 hours to remove the content; otherwise your hosting will be suspended.`,
    expected: {
      language: 'en',
      host: 'godaddy',
      kinds: ['phishing'],
      identifiers: { account: '12345678' },
      domains: ['shop.example'],
      files: ['/home/content/12/12345678/html/secure/login.html'],
      deadline: { hours: 72 },
      tasks: ['delete-files'],
      measures: [],
    },
  },
  {
    name: 'DreamHost',
    text: `Hello from the DreamHost Abuse/Security Team!
DreamHost Account #: 123456
A site under the user shopuser was exploited: shop.example
We have disabled the pages in question (chmod 000, or by renaming them to filename.INFECTED):
/home/shopuser/shop.example/wp-content/themes/old/404.php
Mail Log Parsed from Oct 6, 2021 15:58:21 to Oct 8, 2021 15:58:21. User sent approximately 700 messages to 700 unique recipients.`,
    expected: {
      language: 'en',
      host: 'dreamhost',
      kinds: ['intrusion'],
      identifiers: { account: '123456' },
      files: ['/home/shopuser/shop.example/wp-content/themes/old/404.php'],
      mails: 700,
      moments: ['2021-10-06T15:58:21', '2021-10-08T15:58:21'],
      measures: ['files-locked', 'pages-stopped'],
    },
  },
  {
    name: 'OVHcloud',
    text: `OVHcloud
Your reference: ab12345-ovh
Service: shop.example (hosting plan)
Our systems detected abnormal activity: an unusual volume of emails was sent by PHP.
Script: /homez.123/shopxyz/www/contact/send.php
Date: 2021-11-01 03:12:45 UTC
Email sending via PHP has been disabled. Website access has been blocked.`,
    expected: {
      language: 'en',
      host: 'ovh',
      kinds: ['mail-sending'],
      identifiers: { account: 'ab12345-ovh' },
      files: ['/homez.123/shopxyz/www/contact/send.php'],
      moments: ['2021-11-01T03:12:45Z'],
      measures: ['mail-stopped', 'pages-stopped'],
    },
  },
  {
    name: 'Hetzner',
    text: `Subject: AbuseInfo: [AbuseID:1A2B3C4:25]
Dear Sir or Madam,
we have received an abuse report from reports@example.net about your server.
> Attack from 203.0.113.7: brute-force against WordPress
> 2021-11-01T10:56:55+02:00 POST /wp-login.php
Please solve the issue and send us a statement by 2021-11-02 12:00 (CET): https://abuse.hetzner.com/statements/
Hetzner Online GmbH, Industriestr. 25, 91710 Gunzenhausen`,
    expected: {
      language: 'en',
      host: 'hetzner',
      kinds: ['attack', 'intrusion'],
      identifiers: { inquiry: '1A2B3C4:25' },
      moments: ['2021-11-01T10:56:55+02:00', '2021-11-02T12:00'],
      deadline: { until: '2021-11-02T12:00' },
      tasks: ['reply'],
    },
  },
  {
    name: 'DigitalOcean',
    text: `DigitalOcean Support, ticket #4455667
Networking Disabled: shop-droplet-1
Your Droplet was participating in an outgoing denial-of-service attack. Networking has been disabled.
Please respond within one day with what you did to secure the Droplet.`,
    expected: {
      language: 'en',
      host: 'digitalocean',
      kinds: ['attack'],
      identifiers: { inquiry: '4455667' },
      deadline: { hours: 24 },
      measures: ['pages-stopped'],
      tasks: ['reply'],
    },
  },
  {
    name: 'AWS',
    text: `From: Amazon Web Services Trust & Safety <trustandsafety@support.aws.com>
Your AWS Abuse Report [12345678901-1] [AWS ID 123456789012]
We received a report that your EC2 instance i-0abc12def34567890 made intrusion attempts against a remote host.
Region: ap-northeast-1
If you do not reply to this email within 24 hours, your resources may be blocked.`,
    expected: {
      language: 'en',
      host: 'aws',
      kinds: ['attack'],
      identifiers: { inquiry: '12345678901-1', account: '123456789012' },
      deadline: { hours: 24 },
      tasks: ['reply'],
      measures: [],
    },
  },
  {
    name: 'Namecheap',
    text: `Subject: IMPORTANT: [NC-ABC-1234] shop.example [shopuser] is suspended due to Email Misuse
Namecheap Customer Support
The cPanel user shopuser has 12,480 similar emails queued. The limit of 50 emails per hour was exceeded.
We have blocked outgoing emails for the service.
Please scan your home PC and the hosting account for viruses, and change the password of the mailbox.`,
    expected: {
      language: 'en',
      host: 'namecheap',
      kinds: ['mail-sending'],
      identifiers: { inquiry: 'NC-ABC-1234', account: 'shopuser' },
      mails: 12_480,
      measures: ['mail-stopped', 'account-suspended'],
      tasks: ['scan-computer', 'change-mail-password'],
    },
  },
  {
    name: 'one.com',
    text: `one.com Abuse
Domain: shop.example
Malicious scripts were found on your web space and have been quarantined:
/customers/1/2/3/shop.example/httpd.www/wp-content/uploads/y.php
Please reply no later than 5 November 2021.`,
    expected: {
      language: 'en',
      host: 'onecom',
      kinds: ['malware'],
      domains: ['shop.example'],
      files: ['/customers/1/2/3/shop.example/httpd.www/wp-content/uploads/y.php'],
      deadline: { until: '2021-11-05' },
      measures: ['files-removed'],
      tasks: ['reply'],
    },
  },
  {
    name: 'IONOS',
    text: `Attack on your IONOS contract
Customer ID: 123456789
Contract number: 98765432
The IONOS anti-virus scanner found a malicious file on your webspace and locked it (permission 200):
/homepages/34/d612345678/htdocs/shop/wp-content/z.php
A list of all files is in ./logs/forensic/scan.log
https://www.ionos.com/help`,
    expected: {
      language: 'en',
      host: 'ionos',
      kinds: ['malware'],
      identifiers: { account: '123456789' },
      files: ['/homepages/34/d612345678/htdocs/shop/wp-content/z.php'],
      measures: ['files-locked'],
    },
  },
  {
    name: 'a host that is not known',
    text: `Hello,
your website shop.example is sending spam: in the last 24 hours more than 8.200 e-mails left the script
/var/www/vhosts/shop.example/httpdocs/kontakt/mailer.php. Account name: web123
Please fix this within 2 days. Case: 2021/11-4711`,
    expected: {
      language: 'en',
      host: undefined,
      kinds: ['mail-sending'],
      identifiers: { account: 'web123', inquiry: '2021/11-4711' },
      domains: ['shop.example'],
      mails: 8200,
      files: ['/var/www/vhosts/shop.example/httpdocs/kontakt/mailer.php'],
      deadline: { hours: 48 },
    },
  },
];
