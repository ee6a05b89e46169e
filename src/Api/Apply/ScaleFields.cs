namespace ActorKube.Api.Apply;

/// <summary>
/// Translates owners between a resource and its scale subresource, which both have the number of replicas:
/// who owns it there owns it here.
/// </summary>
/// <param name="apiVersion">Version of the resource.</param>
/// <param name="replicas">Where the resource has the number, usually <c>.spec.replicas</c>.</param>
public sealed class ScaleFields(string apiVersion, FieldPath replicas)
{
    private const string ScaleVersion = "autoscaling/v1";
    private static readonly FieldPath ScaleReplicas = FieldPath.Of("spec", "replicas");

    /// <summary>The owners of the number, as owners of a Scale.</summary>
    public ManagedFields ToScale(ManagedFields parent) => ManagedFields.Create(parent.Entries
        .Where(e => e.Fields.Contains(replicas))
        .Select(e => e with { ApiVersion = ScaleVersion, Fields = FieldSet.Of(ScaleReplicas) }));

    /// <summary>The resource's owners after a write to its scale.</summary>
    public ManagedFields ToParent(ManagedFields parent, ManagedFields scale)
    {
        var path = FieldSet.Of(replicas);
        var owners = scale.Entries.Where(e => e.Fields.Contains(ScaleReplicas)).ToList();
        List<ManagedFieldsEntry> result = [];
        foreach (var entry in parent.Entries)
        {
            // An entry stays as it is if it still owns the number in the scale, where updaters carry the scale's version.
            var had = entry.Fields.Contains(replicas);
            if (had && owners.RemoveAll(o => o.Id == (entry with { ApiVersion = ScaleVersion }).Id) == 0)
            {
                var rest = entry.Fields.Except(path);
                if (!rest.IsEmpty)
                {
                    result.Add(entry with { Fields = rest });
                }
            }
            else
            {
                result.Add(entry);
            }
        }

        result.AddRange(owners.Select(o => o with { ApiVersion = apiVersion, Fields = path }));
        return ManagedFields.Create(result.GroupBy(e => e.Id).Select(g => g.Aggregate((a, b) => b with { Fields = a.Fields.Union(b.Fields) })));
    }
}
