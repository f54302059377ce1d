"""The commands of ``tingjian``, one file each."""
