using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Network.Proxy.Tables;

namespace ActorKube.Network.Proxy;

/// <summary>Tells services' owners what can't be programmed: a Warning Event when it begins, not with every attempt. Not thread-safe.</summary>
internal sealed class ProblemReporter(ObjectView view, IEventRecorder events, string nodeName)
{
    private const string Reason = "ServiceNotProgrammed";
    private const string Component = "service-proxy";
    private Dictionary<ServiceName, string> _told = [];

    /// <summary>Services with a problem, as far as was told.</summary>
    public int Count => Volatile.Read(ref _told).Count;

    /// <param name="refusals">Of services that the table has, but not the kernel or whatever carries connections.</param>
    public void Tell(ServiceTable table, IReadOnlyDictionary<ServiceName, string> refusals)
    {
        var problems = table.Noted.Select(n => table.Find(n)!).Where(static s => s.Problems.Length > 0).ToDictionary(static s => s.Name, static s => string.Join("; ", s.Problems));
        foreach (var (name, why) in refusals)
        {
            problems[name] = problems.TryGetValue(name, out var known) ? $"{known}; {why}" : why;
        }

        foreach (var (name, why) in problems.Where(p => _told.GetValueOrDefault(p.Key) != p.Value))
        {
            if (view.Snapshot().Get(new ObjectKey(NetworkIndexes.Services, name.Namespace, name.Name)) is { } stored)
            {
                var service = stored.Read<Service>().Metadata;
                var regarding = new ObjectReference { ApiVersion = "v1", Kind = "Service", Namespace = name.Namespace, Name = name.Name, Uid = service.Uid, ResourceVersion = service.ResourceVersion };
                events.Record(regarding, "Warning", Reason, $"Node {nodeName}: {why}", Component, nodeName);
            }
        }

        Volatile.Write(ref _told, problems);
    }
}
