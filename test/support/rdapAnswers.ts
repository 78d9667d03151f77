/** Answers by RDAP (RFC 9083) in the shapes of the registries, in own words, about addresses for documentation. */

type Json = Readonly<Record<string, unknown>>;

function entity(roles: readonly string[], fn: string, email: string, rest: Json = {}): Json {
  const card = [
    ['version', {}, 'text', '4.0'],
    ['fn', {}, 'text', fn],
    ['email', {}, 'text', email],
  ];
  return { objectClassName: 'entity', roles, vcardArray: ['vcard', card], ...rest };
}

const DATES = [
  { eventAction: 'registration', eventDate: '2011-02-03T04:05:06Z' },
  { eventAction: 'last changed', eventDate: '2021-03-04T05:06:07Z' },
];

/** APNIC's: the description is a remark with that title, the contact for abuse an entity of its own. */
export const APNIC_RDAP: Json = {
  rdapConformance: ['rdap_level_0', 'cidr0'],
  objectClassName: 'ip network',
  handle: '203.0.113.0 - 203.0.113.255',
  startAddress: '203.0.113.0',
  endAddress: '203.0.113.255',
  ipVersion: 'v4',
  name: 'EXAMPLE-HK203',
  type: 'ALLOCATED PORTABLE',
  country: 'HK',
  events: DATES,
  remarks: [
    { title: 'description', description: ['Example Hosting', 'Second floor'] },
    { title: 'remarks', description: ['-- spam to spam@hosting.example.net'] },
  ],
  entities: [
    entity(['abuse'], 'IRT-EXAMPLE-HK', 'abuse@hosting.example.net'),
    entity(['registrant'], 'Example Hosting Limited', 'noc@hosting.example.net'),
    entity(['administrative', 'technical'], 'Somebody', 'somebody@hosting.example.net'),
  ],
  port43: 'whois.apnic.net',
};

/** A postal address as ARIN has it: as it is written on a letter, and not in its parts. */
const ARIN_ADDRESS = [
  'adr',
  { label: '1 Sample Road\nHong Kong\n00000\nHong Kong' },
  'text',
  ['', '', '', '', '', '', ''],
];

/** ARIN's: contacts stand within the organisation, and so does the country. */
export const ARIN_RDAP: Json = {
  objectClassName: 'ip network',
  startAddress: '203.0.113.0',
  endAddress: '203.0.113.127',
  name: 'EXAMPLE-BLK',
  events: DATES,
  entities: [
    entity(['registrant'], 'Example Hosting LLC', 'office@hoster.example.net', {
      vcardArray: ['vcard', [['fn', {}, 'text', 'Example Hosting LLC'], ARIN_ADDRESS]],
      entities: [entity(['abuse'], 'Abuse', 'abuse@hoster.example.net')],
    }),
  ],
};

/** The RIPE NCC's: people beside the organisation are registrants, too. */
export const RIPE_RDAP: Json = {
  objectClassName: 'ip network',
  startAddress: '2001:db8::',
  endAddress: '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff',
  name: 'EXAMPLE-V6',
  country: 'DE',
  entities: [
    {
      roles: ['registrant'],
      vcardArray: [
        'vcard',
        [
          ['fn', {}, 'text', 'EXAMPLE-MNT'],
          ['kind', {}, 'text', 'individual'],
        ],
      ],
    },
    {
      roles: ['registrant'],
      vcardArray: [
        'vcard',
        [
          ['fn', {}, 'text', 'Beispiel GmbH'],
          ['kind', {}, 'text', 'org'],
        ],
      ],
    },
    entity(['abuse'], 'Abuse', 'abuse@provider.example.net'),
  ],
};

/** LACNIC's: no name, no contact for abuse. */
export const LACNIC_RDAP: Json = {
  objectClassName: 'ip network',
  startAddress: '203.0.113.0',
  endAddress: '203.0.113.255',
  country: 'AR',
  events: DATES,
  entities: [entity(['registrant'], 'Ejemplo S.A.', 'persona@ejemplo.example.net')],
};

/** AFRINIC's: the contact for abuse is only in a remark. */
export const AFRINIC_RDAP: Json = {
  objectClassName: 'ip network',
  startAddress: '203.0.113.0',
  endAddress: '203.0.113.63',
  name: 'EXAMPLE-KE',
  country: 'KE',
  remarks: [{ description: ['Complaints to abuse@isp.example.net, please'] }],
};
