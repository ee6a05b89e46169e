using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

/// <summary>One cause of a failure that has several, such as an invalid field.</summary>
[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.StatusCause")]
public sealed partial record StatusCause
{
    /// <summary>Kind of cause for programs, such as <c>FieldValueRequired</c> or <c>FieldValueInvalid</c>.</summary>
    [Field(1)]
    public string? Reason { get; init; }

    /// <summary>The cause in words, for people; may be shown as it is.</summary>
    [Field(2)]
    public string? Message { get; init; }

    /// <summary>Field at fault, as a path with zero-based indexes: <c>spec.containers[0].image</c>.</summary>
    [Field(3)]
    public string? Field { get; init; }
}
