namespace ActorKube.Api.Apply;

/// <summary>The way from an object to one of its fields.</summary>
public sealed class FieldPath : IEquatable<FieldPath>
{
    private readonly string[] _elements;

    internal FieldPath(params string[] elements) => _elements = elements;

    internal ReadOnlySpan<string> Elements => _elements;

    /// <summary>The path to a member of members: <c>Of("spec", "replicas")</c>.</summary>
    public static FieldPath Of(params ReadOnlySpan<string> names)
    {
        var elements = new string[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            elements[i] = PathElement.Field(names[i]);
        }

        return new FieldPath(elements);
    }

    public bool Equals(FieldPath? other) => other is not null && _elements.AsSpan().SequenceEqual(other._elements);

    public override bool Equals(object? obj) => Equals(obj as FieldPath);

    public override int GetHashCode() => string.Join('/', _elements).GetHashCode(StringComparison.Ordinal);

    /// <summary>As Kubernetes prints it: <c>.spec.template.spec.containers[name="a"].image</c>.</summary>
    public override string ToString() => string.Concat(_elements.Select(PathElement.Print));
}
