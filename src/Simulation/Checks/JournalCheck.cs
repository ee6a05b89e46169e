using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;

namespace ActorKube.Simulation.Checks;

/// <summary>Revisions go up by one, and so do the versions of each object.</summary>
internal sealed class JournalCheck(History history) : IEventCheck
{
    private readonly Dictionary<ObjectKey, long> _versions = [];
    private long _revision;

    public void See(JournalEvent item)
    {
        if (item.Revision != _revision + 1)
        {
            history.Violated($"revision {item.Revision} was committed after {_revision}");
        }

        var before = _versions.GetValueOrDefault(item.Key);
        if (item.Version != before + 1)
        {
            history.Violated($"version {item.Version} of {item.Key} was committed after {before}");
        }

        (_revision, _versions[item.Key]) = (item.Revision, item.Version);
    }
}
