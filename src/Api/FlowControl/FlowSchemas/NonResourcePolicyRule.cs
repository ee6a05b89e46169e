using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

/// <summary>Requests for paths that aren't resources; verb and path must match.</summary>
[ApiType("io.k8s.api.flowcontrol.v1.NonResourcePolicyRule")]
public sealed partial record NonResourcePolicyRule
{
    /// <summary>Verbs in lower case, such as <c>get</c>, or <c>*</c> alone for all.</summary>
    [Field(1, Required = true, Always = true, List = ListType.Set)]
    public IReadOnlyList<string>? Verbs { get; init; }

    /// <summary>Paths, such as <c>/healthz</c>, or with <c>*</c> after the last slash, <c>/healthz/*</c>; <c>*</c> alone means all.</summary>
    [Field(6, Required = true, Always = true, List = ListType.Set)]
    public IReadOnlyList<string>? NonResourceURLs { get; init; }
}
