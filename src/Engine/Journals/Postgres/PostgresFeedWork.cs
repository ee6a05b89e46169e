namespace ActorKube.Engine.Journals.Postgres;

/// <summary>Something that the feed does between other things.</summary>
/// <param name="Run">Does it.</param>
/// <param name="Refuse">Called instead, or after <paramref name="Run"/> threw: the feed has ended.</param>
internal sealed record PostgresFeedWork(Func<Task> Run, Action<JournalUnavailableException> Refuse);
