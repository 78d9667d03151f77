import { PROOF, STRONG, TELLING } from '../match/witness';
import { linesOf, Part, QUERY, TARGET, type Literals } from './literal';

/** What template languages are probed with; expressions are found by the rules' own reader. */
export const templateInjection: readonly Literals[] = [
  {
    kind: 'template-injection',
    weight: PROOF,
    parts: TARGET | Part.referrer | Part.agent,
    edges: 'free',
    texts: linesOf(`
      {{config
      {{self
      {{request.
      {{app.request
      {{_self
      {{''
      {{""
      {{[]
      {{()
      {{constructor
      {{$on
      {{range.
      {{dump(
      {{url_for
      {{get_flashed
      {{lipsum
      {{cycler
      {{joiner
      {{namespace
      {%for
      {%if
      {%set
      {%import
      {%debug
      {% debug
      {% import os
      {{=
      <%=file
      <%= file
      <%=system
      <%= system
      <%=\`
      <%= \`
      [[\${
      *{t(
      #{7*7
      \${7*7
      \${{
      {{7*
      {7*7}
      <#assign
      <#list
      ?new()(
      registerundefinedfiltercallback
      _self.env
      #{session
      @(1+
      @{7*
    `),
  },
  {
    kind: 'template-injection',
    weight: TELLING,
    parts: QUERY,
    edges: 'free',
    texts: linesOf(`
      {{
      {%
      <%
      #{
    `),
  },
  {
    kind: 'template-injection',
    weight: STRONG,
    parts: QUERY,
    edges: 'word',
    texts: ['7*7', "7*'7'", '7*"7"', '8*8', '1337*1337', '191*7'],
  },
];
