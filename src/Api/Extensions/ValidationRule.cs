using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

/// <summary>CEL rule that a value must meet. The estimated cost of all rules is bounded.</summary>
[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ValidationRule")]
public sealed partial record ValidationRule
{
    /// <summary>
    /// CEL over <c>self</c>, the value here. With <c>oldSelf</c> it is a rule for changes and runs on updates only: <c>self == oldSelf</c>.
    /// </summary>
    [Field(1, Required = true)]
    public string Rule { get; init; } = "";

    /// <summary>Message of a failure, in one line; required when the rule has line breaks. By default it quotes the rule.</summary>
    [Field(2)]
    public string? Message { get; init; }

    /// <summary>CEL that gives the message as a string; wins over <c>message</c>, which steps in if it fails or is blank.</summary>
    [Field(3)]
    public string? MessageExpression { get; init; }

    /// <summary>
    /// Reason of a failure: <c>FieldValueInvalid</c> (default), <c>FieldValueForbidden</c>, <c>FieldValueRequired</c> or <c>FieldValueDuplicate</c>.
    /// </summary>
    [Field(4, KeepEmpty = true, Enum = ["FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired"])]
    public string? Reason { get; init; }

    /// <summary>
    /// Field that a failure names, relative to this place: <c>.spec.replicas</c> or <c>['a.b']</c>; no array items. This place when empty.
    /// </summary>
    [Field(5)]
    public string? FieldPath { get; init; }

    /// <summary><c>true</c> runs a rule with <c>oldSelf</c> on creation too, where it is an optional without a value. Default <c>false</c>.</summary>
    [Field(6)]
    public bool? OptionalOldSelf { get; init; }
}
