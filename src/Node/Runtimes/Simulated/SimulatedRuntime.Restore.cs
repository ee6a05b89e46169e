using ActorKube.Api.Core;
using ActorKube.NodeAgent.Pods;

namespace ActorKube.NodeAgent.Runtimes.Simulated;

/// <summary>What a machine does that isn't there: it goes on while the process that simulates it is away.</summary>
public sealed partial class SimulatedRuntime
{
    /// <summary>Takes up the containers that pods of this node were last reported to have: they have run on, as real ones would have. Before the agent starts.</summary>
    public void Restore(IEnumerable<Pod> pods)
    {
        lock (_lock)
        {
            foreach (var pod in pods.Where(static p => p.Status.PodIP is { Length: > 0 } || p.Spec.HostNetwork).OrderBy(static p => AddressRange.Order(p.Status.PodIP)))
            {
                var running = StatusResumption.Resume(new PodRecord { Pod = pod }).Containers.Where(static c => c.Value.Current is { IsRunning: true }).ToList();
                if (running.Count > 0)
                {
                    Restore(pod, running);
                }
            }
        }
    }

    /// <summary>Whether everything behind an address would answer. What isn't an address of a pod of this node does.</summary>
    public bool IsReady(string address)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            return _sandboxes.All.FirstOrDefault(s => s.Ready && s.Address == address) is not { } sandbox
                || _containers.OfPod(sandbox.Pod.Uid).All(c => c.Status.State != ContainerState.Running || c.ReadyAt <= now);
        }
    }

    private void Restore(Pod pod, List<KeyValuePair<string, ContainerRecord>> running)
    {
        var identity = new PodIdentity(pod.Metadata.Namespace ?? "", pod.Metadata.Name ?? "", pod.Metadata.Uid ?? "");
        var address = pod.Spec.HostNetwork ? null : pod.Status.PodIP;
        if (address is not null)
        {
            _addresses.Reserve(address);
        }

        var sandbox = new SimulatedSandbox(NextId(), identity, 0, pod.Status.StartTime ?? time.GetUtcNow(), address);
        _sandboxes.Add(sandbox);
        var labels = SimulatedAnnotations.Of(pod.Metadata.Annotations);
        foreach (var (name, record) in running)
        {
            var instance = record.Current!;
            var status = new ContainerStatus
            {
                Id = instance.Id,
                Pod = identity,
                SandboxId = sandbox.Id,
                Name = name,
                Attempt = instance.Attempt,
                State = ContainerState.Running,
                CreatedAt = instance.StartedAt ?? sandbox.ToStatus().CreatedAt,
                StartedAt = instance.StartedAt,
                Image = instance.Image,
                ImageId = instance.ImageId,
                SpecHash = instance.SpecHash,
                Labels = labels,
            };
            _images.TryAdd(instance.Image, Image(instance.Image));
            var workload = options.Workload(new ContainerConfig { Name = name, Image = instance.Image, Labels = labels });
            var container = new SimulatedContainer(status, workload);
            _containers.Add(container);
            EndInTime(container, time.GetUtcNow() - (instance.StartedAt ?? time.GetUtcNow()));
        }
    }
}
