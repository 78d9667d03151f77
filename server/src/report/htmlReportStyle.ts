/**
 * The one style of reports in HTML. Colours are those of the reader's system where it can be, contrast is 4.5:1 at least (WCAG 2.2
 * §1.4.3), long names break and headings of columns do not, and nothing that belongs together is torn apart in print.
 */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #ffffff; --line: #c4c4cc; --soft: #f1f1f5; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8ec; --paper: #17171a; --line: #4a4a52; --soft: #232328; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 60rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.6 system-ui, "Hiragino Sans", "Yu Gothic UI", "Meiryo", sans-serif; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.3; break-after: avoid; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
.summary { padding: .5rem 1rem; border: 1px solid var(--line); border-left-width: .4rem; background: var(--soft); font-size: 1.1rem; }
article { margin: 1rem 0; padding-left: 1rem; border-left: 2px solid var(--line); }
table { width: 100%; margin: 1rem 0; border-collapse: collapse; font-size: .95rem; }
caption { padding: .3rem 0; text-align: left; font-weight: 600; }
th, td { padding: .3rem .5rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { background: var(--soft); overflow-wrap: normal; word-break: keep-all; }
tbody th { font-weight: 400; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); font-size: .85rem; }
@media print {
  :root { --ink: #000000; --paper: #ffffff; --line: #888888; --soft: #ffffff; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  table { font-size: 9pt; }
  thead { display: table-header-group; }
  tr, li, .summary { break-inside: avoid; }
}
@page { margin: 18mm; }
`;
