/** When the flood comes: behind the end of the generated logs, UTC. */
const START = Date.UTC(2022, 0, 6, 3);

/** Lines in the combined format, one a second, in which a client posts to a left-over mailer; no more than 3,600. */
export function floodLines(client: string, lines: number): string {
  return Array.from({ length: lines }, (_, second) => {
    const clock = new Date(START + second * 1000).toISOString().slice(11, 19);
    return `${client} - - [06/Jan/2022:${clock} +0000] "POST /tw/tw_contact.php HTTP/1.1" 200 969 "-" "Mozilla/5.0"\n`;
  }).join('');
}
