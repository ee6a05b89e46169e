using ActorKube.Engine.Journals;
using ActorKube.Engine.Journals.InMemory;

namespace ActorKube.Engine.Tests.Journals;

public sealed class InMemoryJournalTests : JournalContract
{
    protected override ValueTask<IJournal> OpenAsync() => ValueTask.FromResult<IJournal>(new InMemoryJournal(Time));
}
