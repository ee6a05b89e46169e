using System.Collections.Immutable;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Workloads.Deployments;

/// <summary>
/// One turn of a Deployment at work: its ReplicaSets as they were found and as they will be. What is changed here becomes actions at the end, one write
/// an object. Not thread-safe; lives for one turn.
/// </summary>
internal sealed class Rollout
{
    private readonly ReconcileContext _context;
    private readonly Deployment _seen;
    private readonly Dictionary<string, StoredObject> _found = new(StringComparer.Ordinal);
    private readonly List<string> _changed = [];
    private readonly ImmutableArray<ReconcileAction>.Builder _actions = ImmutableArray.CreateBuilder<ReconcileAction>();
    private readonly List<EmitEvent> _events = [];

    public Rollout(ReconcileContext context, Deployment deployment, List<Claimed<ReplicaSet>> sets)
    {
        (_context, _seen, Deployment) = (context, deployment, deployment);
        foreach (var (stored, _) in sets)
        {
            _found[stored.Key.Name] = stored;
        }

        var ordered = sets.Select(static s => s.Value).Order(ReplicaSetAge.OldestFirst).ToList();
        New = ordered.FirstOrDefault(s => PodTemplates.AreSame(s.Spec.Template, deployment.Spec.Template));
        Old = [.. ordered.Where(s => s != New)];
    }

    /// <summary>The Deployment as it will be.</summary>
    public Deployment Deployment { get; set; }

    /// <summary>The ReplicaSet of the present template: the oldest one if there are several; null before it is made.</summary>
    public ReplicaSet? New { get; private set; }

    /// <summary>All others, oldest first.</summary>
    public List<ReplicaSet> Old { get; }

    public DateTimeOffset Now => _context.Now;

    public Engine.Views.ViewSnapshot View => _context.View;

    public int Replicas => Deployment.Spec.Replicas ?? 1;

    /// <summary>Old ones first, then the new one.</summary>
    public IEnumerable<ReplicaSet> All => New is null ? Old : Old.Append(New);

    public IEnumerable<ReplicaSet> ActiveOld => Old.Where(static s => s.Spec.Replicas > 0);

    /// <summary>The ReplicaSet as it is to be from now on.</summary>
    public void Set(ReplicaSet next)
    {
        var name = next.Metadata.Name!;
        if (New?.Metadata.Name == name)
        {
            New = next;
        }
        else
        {
            Old[Old.FindIndex(s => s.Metadata.Name == name)] = next;
        }

        if (!_changed.Contains(name))
        {
            _changed.Add(name);
        }
    }

    public void Create(ReplicaSet set, Func<Api.Errors.ApiException, ImmutableArray<ReconcileAction>> onRefused)
    {
        New = set;
        _actions.Add(new InBursts([new CreateObject(set)]) { OnRefused = (refusal, _) => onRefused(refusal) });
    }

    public void Delete(ReplicaSet set) => _actions.Add(new DeleteObject(_found[set.Metadata.Name!].Key, set.Metadata.Uid ?? ""));

    public void Emit(EmitEvent emit) => _events.Add(emit);

    /// <summary>The Deployment's own write, with this status and the annotations noted so far; nothing if it says nothing new.</summary>
    public ImmutableArray<ReconcileAction> Write(DeploymentStatus status)
    {
        var next = Deployment with { Status = status };
        return ApiEquality.Same(next, _seen) ? [] : [new ReplaceStatus(_context.Object!, next)];
    }

    /// <summary>Ends the turn: the changes, what is to be told of them, and the status.</summary>
    public Decision Report(DeploymentStatus status, TimeSpan? requeueAfter = null)
    {
        foreach (var name in _changed)
        {
            if (_found.TryGetValue(name, out var basis))
            {
                _actions.Add(new ReplaceObject(basis, All.First(s => s.Metadata.Name == name)));
            }
        }

        return new Decision([.. _actions, .. _events, .. Write(status)], requeueAfter);
    }
}
