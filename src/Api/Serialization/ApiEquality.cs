namespace ActorKube.Api.Serialization;

/// <summary>Whether two records say the same: equal when their JSON is, so that null and empty are one where the API makes no difference, and the order of maps says nothing.</summary>
public static class ApiEquality
{
    public static bool Same(IWritable? a, IWritable? b) =>
        ReferenceEquals(a, b) || (a is not null && b is not null && JsonEquality.Same(ApiWriter.ToUtf8(a).Span, ApiWriter.ToUtf8(b).Span));
}
