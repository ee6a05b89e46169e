using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Containers;
using ActorKube.NodeAgent.Pods;

namespace ActorKube.NodeAgent;

/// <summary>Everything that the runtime has, by pod.</summary>
internal sealed class RuntimeInventory
{
    private readonly ILookup<string, SandboxStatus> _sandboxes;
    private readonly ILookup<string, ContainerSummary> _containers;

    private readonly DateTimeOffset _at;

    private RuntimeInventory(DateTimeOffset at, IReadOnlyList<SandboxStatus> sandboxes, IReadOnlyList<ContainerSummary> containers)
    {
        _at = at;
        _sandboxes = sandboxes.ToLookup(static s => s.Pod.Uid, StringComparer.Ordinal);
        _containers = containers.ToLookup(static c => c.Pod.Uid, StringComparer.Ordinal);
    }

    public IEnumerable<string> Uids => _sandboxes.Select(static s => s.Key).Concat(_containers.Select(static c => c.Key)).Distinct(StringComparer.Ordinal);

    public static async Task<RuntimeInventory> ReadAsync(IContainerRuntime runtime, TimeProvider time, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();

        // Sandboxes first: a container whose sandbox isn't listed was made later.
        var sandboxes = await runtime.ListSandboxesAsync(cancellationToken);
        return new RuntimeInventory(at, sandboxes, await runtime.ListContainersAsync(cancellationToken));
    }

    public IEnumerable<SandboxStatus> Sandboxes(string uid) => _sandboxes[uid];

    public IEnumerable<ContainerSummary> Containers(string uid) => _containers[uid];

    /// <summary>What there is of a pod. Containers that have ended are looked at one by one, unless their end is known.</summary>
    public async Task<PodMessage.Listed> OfAsync(PodRecord record, PodOperations operations, CancellationToken cancellationToken)
    {
        var containers = new List<KnownContainer>();
        foreach (var item in _containers[record.Uid])
        {
            var known = Find(record.Container(item.Name), item.Id);
            var settled = item.State != RuntimeContainerState.Exited && known is not null;
            if (settled || known is { HasExited: true })
            {
                containers.Add(new KnownContainer(item.Name, Instances.From(item)));
            }
            else if (await operations.InstanceAsync(record.Pod, item.Name, item.Id, cancellationToken) is { } instance)
            {
                containers.Add(new KnownContainer(item.Name, instance));
            }
        }

        return new PodMessage.Listed(_at, [.. _sandboxes[record.Uid]], containers);
    }

    private static ContainerInstance? Find(ContainerRecord record, string id) =>
        record.Current?.Id == id ? record.Current : record.Previous?.Id == id ? record.Previous : null;
}
