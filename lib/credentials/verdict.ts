/** One thing that was looked at in a credential; texts never hold anything secret. */
export interface Finding {
  /**
   * `ok`: as its readers want it; `note`: worth knowing; `risk`: they take it, and it gives the credential away;
   * `problem`: they would refuse it, or the API would refuse them.
   */
  readonly level: 'ok' | 'note' | 'risk' | 'problem';
  /** What was looked at: `type`, `key`, `server`. */
  readonly subject: string;
  readonly message: string;
  /** When what was looked at ends to be valid, where nobody named a time to judge that at. */
  readonly until?: string;
}

/** Collects findings. */
export class Findings {
  readonly list: Finding[] = [];

  ok(subject: string, message: string): void {
    this.list.push({ level: 'ok', subject, message });
  }

  note(subject: string, message: string, until?: string): void {
    this.list.push({ level: 'note', subject, message, ...(until !== undefined && { until }) });
  }

  risk(subject: string, message: string): void {
    this.list.push({ level: 'risk', subject, message });
  }

  problem(subject: string, message: string): void {
    this.list.push({ level: 'problem', subject, message });
  }
}

/** What a credential is held against: all optional, as a lone file names no Link. */
export interface Expectation {
  /** Source and target of the Link by their names in the fleet. */
  readonly link?: { readonly source: string; readonly target: string };
  /** Account in the target whose token is expected. */
  readonly account?: string;
  /** Address of the target's API, as the fleet has it. */
  readonly server?: string;
  /** Trust domain of the target. */
  readonly trustDomain?: string;
  /** DNS domain of the target's Services. */
  readonly clusterDomain?: string;
  /** Namespace of the multicluster extension in the source. */
  readonly namespace?: string;
  /** Namespace of the control plane in the source. */
  readonly linkerdNamespace?: string;
  /** Seconds since 1970 at which the token must be valid; without it validity is told, not judged. */
  readonly atSeconds?: number;
}
