import { PROOF, STRONG } from '../match/witness';
import { ANYWHERE, linesOf, Part, QUERY, type Literals } from './literal';

/** Addresses that only a server can reach, and services that report to an attacker that it did. */
export const serverSideRequest: readonly Literals[] = [
  {
    kind: 'server-side-request',
    weight: PROOF,
    parts: ANYWHERE,
    edges: 'free',
    texts: linesOf(`
      gopher://127
      gopher://localhost
      dict://127
      dict://localhost
      .burpcollaborator.net
      .oastify.com
      .oast.pro
      .oast.live
      .oast.site
      .oast.online
      .oast.fun
      .oast.me
      .interact.sh
      .interactsh.com
      .dnslog.cn
      .dnslog.link
      .ceye.io
      .bxss.me
      .r87.me
      .pingb.in
      .requestbin.net
      .canarytokens.com
      .log4shell.
      testfire.net/
      latest/meta-data/iam
      security-credentials/
      /computemetadata/v1
      x-aws-ec2-metadata
      cirt.net/rfiinc
    `),
  },
  {
    kind: 'server-side-request',
    weight: STRONG,
    parts: QUERY | Part.referrer,
    edges: 'free',
    texts: linesOf(`
      gopher://
      dict://
      netdoc:
      file:///
      url:file:
      jar:http
      jar:file
      ://0x7f
      ://0177.
      ://2130706433
      ://017700000001
      ://[::]
      ://[::1]
      ://[::ffff
      ://[0:0:
      ://127.1/
      ://127.1:
      ://0:
      ://2852039166
      ://0xa9fea9fe
      unix:/
    `),
  },
];
