namespace ActorKube.Network.Proxy.Tables;

/// <summary>Compares tables.</summary>
internal static class ServiceChanges
{
    /// <summary>The services that differ, by name.</summary>
    public static IReadOnlyList<ServiceName> Between(ServiceTable from, ServiceTable to)
    {
        if (to.Step is { } step && step.From.TryGetTarget(out var origin) && ReferenceEquals(origin, from))
        {
            return [.. step.Names.Where(n => !ReferenceEquals(from.Find(n), to.Find(n)))];
        }

        // What has not changed is the same object in both.
        var changed = new List<ServiceName>();
        foreach (var (name, next) in to.Services)
        {
            if (!ReferenceEquals(from.Find(name), next))
            {
                changed.Add(name);
            }
        }

        changed.AddRange(from.Services.Keys.Where(n => !to.Services.ContainsKey(n)));
        changed.Sort();
        return changed;
    }
}
