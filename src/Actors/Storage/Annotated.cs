using ActorKube.Api.Meta;

namespace ActorKube.Actors.Storage;

/// <summary>Annotations of objects, which are immutable.</summary>
internal static class Annotated
{
    public static bool Has(ObjectMeta meta, string annotation) => meta.Annotations?.ContainsKey(annotation) == true;

    public static ObjectMeta With(ObjectMeta meta, string annotation, string value) => meta with
    {
        Annotations = new Dictionary<string, string>(meta.Annotations ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [annotation] = value },
    };

    public static ObjectMeta Without(ObjectMeta meta, string annotation)
    {
        var rest = (meta.Annotations ?? new Dictionary<string, string>()).Where(a => a.Key != annotation).ToDictionary(StringComparer.Ordinal);
        return meta with { Annotations = rest.Count == 0 ? null : rest };
    }
}
