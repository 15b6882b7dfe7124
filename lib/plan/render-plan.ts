import type { Plan } from './step.js';

/** A plan as Markdown: numbered steps, each with what it changes and what to check before the next. */
export function renderPlan({ title, steps }: Plan): string {
  const sections = steps.map((step, index) => {
    const kind = step.fleet === undefined ? 'outside Git' : 'commit';
    const lines = [
      `## ${index + 1}. ${step.title} (${kind})`,
      '',
      ...step.actions.map((action) => `- ${action}`),
      '',
      index + 1 < steps.length ? 'Before the next step:' : 'In the end:',
      '',
      ...step.checks.map((check) => `- [ ] ${check}`),
    ];
    return lines.join('\n');
  });
  return `# ${title}\n\n${sections.join('\n\n')}\n`;
}
