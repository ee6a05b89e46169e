namespace ActorKube.Engine.Journals;

/// <summary>What one step of compaction did: the horizon afterwards, the events deleted, and whether to go on.</summary>
internal readonly record struct CompactionStep(long Horizon, int Deleted, bool Advanced);
