/** Answers in the shapes of the registries, in own words, about addresses for documentation. */

/** IANA's: which registry an address was given to. */
export function ianaAnswer(refer: string): string {
  return [
    '% IANA WHOIS server',
    '',
    `refer:        ${refer}`,
    '',
    'inetnum:      203.0.0.0 - 203.255.255.255',
    'organisation: A registry',
    'status:       ALLOCATED',
    '',
    `whois:        ${refer}`,
    '',
    'changed:      1993-05',
    'source:       IANA',
    '',
  ].join('\r\n');
}

export const APNIC_ANSWER = `% [whois.apnic.net]
% Terms apply.

% Information related to '203.0.113.0 - 203.0.113.255'

% Abuse contact for '203.0.113.0 - 203.0.113.255' is 'abuse@hosting.example.net'

inetnum:        203.0.113.0 - 203.0.113.255
netname:        EXAMPLE-HK203
descr:          Example Hosting
descr:          Second floor,
                Sample Road
country:        HK
org:            ORG-EX1-AP
admin-c:        EX1-AP
abuse-c:        AE1-AP
status:         ALLOCATED PORTABLE
mnt-by:         MAINT-EXAMPLE-HK
mnt-irt:        IRT-EXAMPLE-HK
last-modified:  2021-06-07T08:09:10Z
source:         APNIC

irt:            IRT-EXAMPLE-HK
address:        Sample Road
e-mail:         noc@hosting.example.net
abuse-mailbox:  irt@hosting.example.net
source:         APNIC

organisation:   ORG-EX1-AP
org-name:       Example Hosting Limited
country:        HK
source:         APNIC

role:           ABUSE EXAMPLE
nic-hdl:        AE1-AP
abuse-mailbox:  irt@hosting.example.net
source:         APNIC

% This query was served by a test
`;

export const RIPE_ANSWER = `% This is a database of objects.
%
% Information related to '2001:db8::/32'

% No abuse contact registered for 2001:db8::/32

inet6num:       2001:db8::/32
netname:        EXAMPLE-V6
country:        de # Germany
org:            ORG-GM1-RIPE
status:         ALLOCATED-BY-RIR
created:        2009-10-11T12:13:14Z
last-modified:  2019-01-02T03:04:05Z
source:         RIPE # Filtered

organisation:   ORG-GM1-RIPE
org-name:       Beispiel GmbH
abuse-c:        AR1-RIPE
source:         RIPE # Filtered

role:           Abuse Beispiel
nic-hdl:        AR1-RIPE
abuse-mailbox:  abuse@provider.example.net
source:         RIPE # Filtered
`;

export const AFRINIC_ANSWER = `% This is the test of a registry.

% Abuse contact for '203.0.113.0 - 203.0.113.127' is 'abuse@isp.example.net'

inetnum:        203.0.113.0 - 203.0.113.127
netname:        EXAMPLE-KE
descr:          Example Internet
country:        KE
status:         ASSIGNED PA
changed:        ***@isp.example.net 20180203
source:         AFRINIC # Filtered
parent:         203.0.113.0 - 203.0.113.255
`;

/** ARIN's: a network that was handed on to a customer, inside of one of a hoster. */
export const ARIN_ANSWER = `
#
# Terms apply.
#

# start

NetRange:       198.51.100.0 - 198.51.100.255
CIDR:           198.51.100.0/24
NetName:        EXAMPLE-BLK
NetHandle:      NET-198-51-100-0-1
Parent:         NET198 (NET-198-0-0-0-0)
NetType:        Direct Allocation
Organization:   Example Hosting LLC (EXH-1)
RegDate:        2012-03-04
Updated:        2022-05-06
Ref:            https://rdap.arin.net/registry/ip/198.51.100.0

OrgName:        Example Hosting LLC
OrgId:          EXH-1
Country:        US

OrgAbuseHandle: ABUSE1-ARIN
OrgAbuseEmail:  abuse@hoster.example.net

# end

# start

NetRange:       198.51.100.64 - 198.51.100.95
CIDR:           198.51.100.64/27
NetName:        EXAMPLE-CUST
NetType:        Reassigned
Customer:       Example Customer (C0001)
RegDate:        2015-06-07
Updated:        2015-06-08

CustName:       Example Customer
Country:        CA

OrgAbuseEmail:  abuse@hoster.example.net

# end
`;

/** ARIN's about addresses of another registry. */
export const ARIN_REFERRAL = `
NetRange:       203.0.0.0 - 203.255.255.255
CIDR:           203.0.0.0/8
NetName:        APNIC-203
NetType:        Allocated to APNIC

ReferralServer:  whois://whois.apnic.net
ResourceLink:  https://apps.example.net/whois/

OrgName:        Asia Pacific Network Information Centre
Country:        AU
`;

export const LACNIC_ANSWER = `% Joint Whois - test

inetnum:     203.0.113/24
status:      allocated
aut-num:     N/A
owner:       Ejemplo de Alojamiento S.A.
ownerid:     AR-EASA1-LACNIC
responsible: Persona
address:     Calle, 1,
country:     AR
owner-c:     PER1
tech-c:      PER1
abuse-c:     ABU1
created:     20100203
changed:     20200304

nic-hdl:     PER1
person:      Persona
e-mail:      persona@ejemplo.example.net
country:     AR

nic-hdl:     ABU1
person:      Abuso
e-mail:      abuso@ejemplo.example.net
country:     AR
`;

/** JPNIC's, as text; the wire has it in ISO-2022-JP. */
export const JPNIC_ANSWER = `[ JPNIC のデータベースの試験 ]

Network Information: [ネットワーク情報]
a. [IPネットワークアドレス]     203.0.113.0/26
b. [ネットワーク名]             EXAMPLE-JP
f. [組織名]                     例示ホスティング株式会社
g. [Organization]               Example Hosting Co., Ltd.
m. [管理者連絡窓口]             EX0001JP
n. [技術連絡担当者]             EX0002JP
o. [Abuse]                      abuse@hosting.example.ne.jp
p. [ネームサーバ]               ns1.example.ne.jp
[割当年月日]                    2005/04/01
[返却年月日]
[最終更新]                      2018/05/06 07:08:09(JST)

上位情報
----------
例示ホスティング株式会社 (Example Hosting Co., Ltd.)
                     [割り振り]                      203.0.112.0/20
下位情報
----------
該当するデータがありません。
`;

/** APNIC's about addresses that JPNIC gives out: coarse, maintained by JPNIC. */
export function nationalAnswer(maintainer: string, country: string): string {
  return `% [whois.apnic.net]

inetnum:        203.0.112.0 - 203.0.127.255
netname:        NIR-NET-${country}
descr:          A national registry
country:        ${country}
mnt-by:         ${maintainer}
mnt-lower:      ${maintainer}
source:         APNIC
`;
}

export const KRNIC_ANSWER = `query : 203.0.113.5

# KOREAN(UTF8)

조회하신 IPv4주소의 시험 정보입니다.

[ 네트워크 할당 정보 ]
IPv4주소           : 203.0.113.0 - 203.0.113.255 (/24)
기관명             : 주식회사 예시
서비스명           : EXAMPLENET
주소               : 서울특별시
우편번호           : 00000
할당일자           : 20040506

이름               : IP주소 담당자
전화번호           : +82-2-000-0000
전자우편           : ip@example.co.kr

# ENGLISH

KRNIC is a test.

[ Network Information ]
IPv4 Address       : 203.0.113.0 - 203.0.113.255 (/24)
Organization Name  : Example Telecom
Service Name       : EXAMPLENET
Address            : Seoul
Zip Code           : 00000
Registration Date  : 20040506

Name               : IP Manager
Phone              : +82-2-000-0000
E-Mail             : ip@example.co.kr
`;

export const TWNIC_ANSWER = `
   Chinese Name: 範例網路股份有限公司
   Netname: EXAMPLE-TW-NET
   Netblock: 203.0.113.0/25
   Registered date: 2003-04-05

   Administrator contact:
      admin@example.net.tw

   Technical contact:
      tech@example.net.tw

   Organization: Example Network Inc.
`;
