import type { CodeCatalogue } from './catalogue.js';

/** Codes of the writer: what keeps `dist/` from becoming what the fleet says. */
export const outputCodes = {
  OUTPUT_NOT_A_FOLDER: {
    title: 'an output folder that is a file or a symbolic link',
    why: 'Files would land somewhere else than where they are committed, or nowhere at all.',
  },
  OUTPUT_NOT_WRITABLE: {
    title: 'a folder that may not be written',
    why: 'The new files cannot be put in place, so the old ones stay as they are.',
  },
  OUTPUT_DISK_FULL: {
    title: 'no room on the disk, or a quota that is used up',
    why: 'Changes are prepared completely before the first one is put in place; they did not fit.',
  },
  OUTPUT_FAILED: {
    title: 'a file operation that the system refused',
    why: 'The output is all or nothing, so the old files stay as they are.',
  },
  OUTPUT_PATH_INVALID: {
    title: 'an output path that not every system can hold',
    why: 'A repository is checked out on other machines too; a name one of them refuses breaks the whole checkout there.',
  },
  OUTPUT_PATH_COLLISION: {
    title: 'two outputs at one place',
    why: 'One would overwrite the other, at once or on a file system that does not tell upper from lower case.',
  },
  OUTPUT_PATH_TAKEN: {
    title: 'something that is no file where a file of ours belongs',
    why: 'A folder or a link at that place was made by somebody else; it is left alone.',
  },
  OUTPUT_FOREIGN_FILE: {
    title: 'a file of somebody else where one of ours belongs',
    why: '`index.yaml` does not list it, so it was written by somebody else and is never overwritten.',
  },
  OUTPUT_INDEX_INVALID: {
    title: 'an index of owned files that cannot be read',
    why: 'Without it nobody can tell our files from those of others, so none is removed or overwritten.',
  },
  OUTPUT_INDEX_LOST: {
    title: 'an index that lists nothing, beside files of ours',
    why: 'Files that no index lists would be left behind, and what the fleet no longer has would vanish unnoticed; they are known by their place and first line instead.',
  },
  OUTPUT_BUSY: {
    title: 'another run that is writing the same folder',
    why: 'Two runs at once would mix two versions of the fleet.',
  },
  OUTPUT_UNFINISHED: {
    title: 'a run that was cut off while it put files in place',
    why: 'Some files are old, some are new; the journal beside the folder holds what is missing.',
  },
  OUTPUT_FILE_MISSING: {
    title: 'a file of the output that is not there',
    why: 'The index lists what was written; Argo CD takes the objects of a file that is gone out of the cluster.',
  },
  OUTPUT_FILE_FOREIGN: {
    title: 'a manifest in the output folder that somebody else wrote',
    why: 'Argo CD applies it with the files beside it, but no run of synth keeps it in line with the fleet.',
  },
  OUTPUT_STALE: {
    title: 'an output folder that is not what the config says',
    why: 'Argo CD applies the committed files, not the config; a change that is not in them never reaches a cluster.',
  },
  OUTPUT_IGNORED: {
    title: 'an output folder that Git ignores',
    why: 'Argo CD reads the repository; what is not committed is not applied.',
  },
  PROFILE_UNWRITABLE: {
    title: 'a profile that cannot be written',
    why: 'The file is opened before the run begins, so that nobody waits for a profile in vain.',
  },
} as const satisfies CodeCatalogue;
