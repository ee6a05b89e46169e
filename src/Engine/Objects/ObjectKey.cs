namespace ActorKube.Engine.Objects;

/// <summary>
/// The address of an object and of its actor. <see cref="Resource"/> is the plural name with its API group, such as <c>pods</c> or
/// <c>deployments.apps</c>; <see cref="Namespace"/> is empty for cluster-scoped objects. No part contains a slash.
/// </summary>
public readonly record struct ObjectKey(string Resource, string Namespace, string Name) : IComparable<ObjectKey>
{
    /// <summary>Ordinal by resource, namespace and name: the order of lists and of continue tokens.</summary>
    public int CompareTo(ObjectKey other)
    {
        var order = string.CompareOrdinal(Resource, other.Resource);
        return order != 0 ? order : CompareWithinResource(this, other);
    }

    public static bool operator <(ObjectKey left, ObjectKey right) => left.CompareTo(right) < 0;

    public static bool operator >(ObjectKey left, ObjectKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(ObjectKey left, ObjectKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ObjectKey left, ObjectKey right) => left.CompareTo(right) >= 0;

    /// <summary>The text form that the journal stores: <c>resource/namespace/name</c>.</summary>
    public override string ToString() => string.Concat(Resource, "/", Namespace, "/") + Name;

    /// <summary>Reads the text form back.</summary>
    /// <exception cref="FormatException">The text has not exactly two slashes.</exception>
    public static ObjectKey Parse(string text)
    {
        var first = text.IndexOf('/', StringComparison.Ordinal);
        var second = first < 0 ? -1 : text.IndexOf('/', first + 1);
        if (second < 0 || text.IndexOf('/', second + 1) >= 0)
        {
            throw new FormatException($"'{text}' is not resource/namespace/name.");
        }

        return new ObjectKey(text[..first], text[(first + 1)..second], text[(second + 1)..]);
    }

    internal static int CompareWithinResource(in ObjectKey left, in ObjectKey right)
    {
        var order = string.CompareOrdinal(left.Namespace, right.Namespace);
        return order != 0 ? order : string.CompareOrdinal(left.Name, right.Name);
    }
}
