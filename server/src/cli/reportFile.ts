import path from 'node:path';
import type { AddressDataSource } from '../address/addressDataSource';
import type { Incident } from '../incident/incident';
import { describeProblem } from '../problems';
import { formOfName, REPORT_FORMS, reportFileText } from '../report/incident/reportForm';
import { todaysReport } from '../report/incident/todaysReport';
import { isInside } from '../site/foldersAsOne';
import { t } from '../words';
import type { IncidentPlaces, IncidentRequest } from './incidentRequest';
import type { ReportWriter } from './reportWriter';

/** Why a report is not written to a file, in the user's language; `undefined` where it may be. */
export async function refusalOfReport(
  file: string,
  places: IncidentPlaces,
  writer: ReportWriter,
): Promise<string | undefined> {
  if (formOfName(file) === undefined) {
    return t('{0}: the name of a report ends in one of {1}.', file, REPORT_FORMS.map((form) => `.${form}`).join(' '));
  }
  return refusalOfPlace(file, places, writer);
}

/** The same for any file: nothing is written into the site, which is to go back to the server, nor over what the report is made of. */
export async function refusalOfPlace(
  file: string,
  places: IncidentPlaces,
  writer: ReportWriter,
): Promise<string | undefined> {
  const isThere = async (place: string | undefined): Promise<string[]> =>
    place ? [await writer.realPath(place).catch(() => path.resolve(place))] : [];
  try {
    const real = await writer.realPath(file);
    for (const site of (await Promise.all(places.sites.map(isThere))).flat()) {
      if (isInside(real, site)) return t('{0}: no report is written into the folder of the site.', file);
    }
    for (const place of [places.notice, places.list, ...places.logs]) {
      if ((await isThere(place)).includes(real)) return t('{0}: no report is written over what it is made of.', file);
    }
    return undefined;
  } catch (error) {
    return t('{0}: {1}', file, describeProblem(error));
  }
}

/**
 * Writes a report in the form that its file's name asks for. Throws a RangeError for a name that `refusalOfReport` refuses.
 * @returns why it could not be written, in the user's language; `undefined` when it was
 */
export async function writeReport(
  incident: Incident,
  { report, done, mask }: Pick<IncidentRequest, 'done' | 'mask'> & { readonly report: string },
  writer: ReportWriter,
  addressData?: AddressDataSource,
): Promise<string | undefined> {
  const form = formOfName(report);
  if (form === undefined) throw new RangeError(report);
  const text = todaysReport(incident, { form, done, mask }, (await addressData?.()) ?? {});
  try {
    await writer.write(report, reportFileText(form, text));
    return undefined;
  } catch (error) {
    return notWritten(report, error);
  }
}

/** Why a file could not be written, in the user's language. */
export function notWritten(file: string, error: unknown): string {
  return t('{0}: the report could not be written: {1}', file, error instanceof Error ? error.message : String(error));
}
