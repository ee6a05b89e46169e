using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ValidationRule")]
public sealed partial record ValidationRule
{
    [Field(1, Required = true)]
    public string Rule { get; init; } = "";

    [Field(2)]
    public string? Message { get; init; }

    [Field(3)]
    public string? MessageExpression { get; init; }

    [Field(4, KeepEmpty = true)]
    public string? Reason { get; init; }

    [Field(5)]
    public string? FieldPath { get; init; }

    [Field(6)]
    public bool? OptionalOldSelf { get; init; }
}
