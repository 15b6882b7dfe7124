import { applicationReference } from './application-reference.js';
import { argocdClusterTwice } from './argocd-cluster-twice.js';
import { byteBudget } from './byte-budget.js';
import { clusterUnselected } from './cluster-unselected.js';
import { defaultsUnwritten } from './defaults-unwritten.js';
import { hookWaits } from './hook-waits.js';
import { setDeletes } from './set-deletes.js';
import { setParameter } from './set-parameter.js';
import { settingUnread } from './setting-unread.js';
import { tokenReplaced } from './token-replaced.js';
import { trackingLabel } from './tracking-label.js';
import { waveHealth } from './wave-health.js';
import { namespaceOwners } from './namespace-owners.js';
import { objectExcluded } from './object-excluded.js';
import { objectTwice } from './object-twice.js';
import { trackingCopied } from './tracking-copied.js';
import { labelValueForm } from './label-value-form.js';
import { podLabelsUnselected } from './pod-labels-unselected.js';
import { applicationNameLong } from './application-name-long.js';
import { applicationNameSame } from './application-name-same.js';
import { projectRefuses } from './project-refuses.js';
import { objectBudget } from './object-budget.js';

/** Rules of how Argo CD delivers the manifests. */
export const deliveryRules = [
  objectTwice,
  namespaceOwners,
  objectExcluded,
  trackingCopied,
  labelValueForm,
  podLabelsUnselected,
  applicationNameLong,
  applicationNameSame,
  projectRefuses,
  objectBudget,
  byteBudget,
  clusterUnselected,
  argocdClusterTwice,
  settingUnread,
  waveHealth,
  hookWaits,
  defaultsUnwritten,
  tokenReplaced,
  trackingLabel,
  setDeletes,
  setParameter,
  applicationReference,
];
