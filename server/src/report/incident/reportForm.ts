/** Forms of a report on an incident; each is the ending of its file's name. */
export const REPORT_FORMS = ['html', 'md', 'csv', 'json', 'sarif'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

/** Tells programs such as Excel that a table is UTF-8 (Unicode Standard §23.8). */
const BYTE_ORDER_MARK = '\ufeff';

/** The text of a report as its file holds it. */
export function reportFileText(form: ReportForm, text: string): string {
  return form === 'csv' ? `${BYTE_ORDER_MARK}${text}` : text;
}

/** The form that the name of a file asks for by its ending; `undefined` for another ending. */
export function formOfName(name: string): ReportForm | undefined {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  return REPORT_FORMS.find((form) => form === ending);
}
