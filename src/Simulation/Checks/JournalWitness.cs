using System.Security.Cryptography;
using ActorKube.Engine.Journals;

namespace ActorKube.Simulation.Checks;

/// <summary>Sees every commit in the database itself, has it checked, and remembers what clients' operations came to.</summary>
internal sealed class JournalWitness(History history, IReadOnlyList<IEventCheck> checks) : IJournalFollower
{
    private readonly Dictionary<string, int> _operations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<JournalEvent>> _byResource = new(StringComparer.Ordinal);
    private readonly List<string> _causes = [];
    private readonly List<string> _refused = [];

    /// <summary>All events of a resource so far.</summary>
    public IReadOnlyList<JournalEvent> Of(string resource) => _byResource.TryGetValue(resource, out var events) ? events : [];

    /// <summary>A client was told that its operation is done.</summary>
    /// <param name="revision">The revision that it was told.</param>
    /// <param name="mayBeNothing">What it wanted may have been so already: then the revision is that of somebody else's write.</param>
    public void Acknowledged(string operation, long revision, bool mayBeNothing)
    {
        var count = _operations.GetValueOrDefault(operation);
        var cause = revision <= _causes.Count ? _causes[(int)revision - 1] : "nobody";
        if (cause == operation ? count != 1 : count != 0 || !mayBeNothing)
        {
            history.Violated($"{operation} was acknowledged at {revision}, which is by {cause}, and committed {count} times");
        }
    }

    /// <summary>A client was told that its operation is not done.</summary>
    public void Refused(string operation) => _refused.Add(operation);

    /// <summary>Checks what can only be told at the end.</summary>
    public void End()
    {
        foreach (var operation in _refused.Where(_operations.ContainsKey))
        {
            history.Violated($"{operation} was refused, and committed all the same");
        }
    }

    public void OnSnapshot(IEnumerable<JournalEvent> events, long oldestRevision, long headRevision)
    {
        // It begins with the database.
    }

    public void OnEvents(ReadOnlySpan<JournalEvent> events)
    {
        foreach (var item in events)
        {
            See(item);
        }
    }

    public void OnCompacted(long oldestRevision)
    {
        // The simulation keeps its whole history.
    }

    private void See(JournalEvent item)
    {
        var print = Convert.ToHexStringLower(SHA256.HashData(item.State.Json.Span).AsSpan(0, 6));
        history.Add($"{item.Revision} {item.Key} {item.Version} {item.Kind} {print} by {item.Cause}");
        _causes.Add(item.Cause);
        if (item.Cause.StartsWith(Load.Operation.Prefix, StringComparison.Ordinal) && (_operations[item.Cause] = _operations.GetValueOrDefault(item.Cause) + 1) > 1)
        {
            history.Violated($"{item.Cause} was committed twice");
        }

        if (!_byResource.TryGetValue(item.Key.Resource, out var events))
        {
            _byResource.Add(item.Key.Resource, events = []);
        }

        events.Add(item);
        foreach (var check in checks)
        {
            check.See(item);
        }
    }
}
