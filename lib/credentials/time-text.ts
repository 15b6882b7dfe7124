/** Seconds since 1970 as people write a time: `2027-01-15T08:00:00Z`. */
export function timeText(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime())
    ? 'a time beyond the calendar'
    : date.toISOString().replace('.000Z', 'Z');
}
