using ActorKube.Engine.Objects;
using ActorKube.Network.Proxy.Tables;

namespace ActorKube.Network.Proxy;

/// <summary>What of services can't be programmed, in words for their owners.</summary>
internal static class ServiceProblems
{
    /// <param name="refusals">Of services that the table has, but not the kernel or whatever carries connections.</param>
    public static IEnumerable<Problem> Of(ServiceTable table, IReadOnlyDictionary<ServiceName, string> refusals)
    {
        var problems = table.Noted.Select(n => table.Find(n)!).Where(static s => s.Problems.Length > 0).ToDictionary(static s => s.Name, static s => string.Join("; ", s.Problems));
        foreach (var (name, why) in refusals)
        {
            problems[name] = problems.TryGetValue(name, out var known) ? $"{known}; {why}" : why;
        }

        return problems.Select(p => new Problem(new ObjectKey(NetworkIndexes.Services, p.Key.Namespace, p.Key.Name), "ServiceNotProgrammed", $"Node {table.Node.Name}: {p.Value}"));
    }
}
