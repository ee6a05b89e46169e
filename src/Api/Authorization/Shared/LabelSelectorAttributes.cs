using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Authorization;

/// <summary>Label selector of a request, raw or parsed.</summary>
[ApiType("io.k8s.api.authorization.v1.LabelSelectorAttributes")]
public sealed partial record LabelSelectorAttributes
{
    /// <summary>Selector as in the URL, which the server parses; webhooks should look at <c>requirements</c> only. Excludes these.</summary>
    [Field(1)]
    public string? RawSelector { get; init; }

    /// <summary>Selector as tests that must all hold; one that isn't understood may be ignored, which only makes the request look wider.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<LabelSelectorRequirement>? Requirements { get; init; }
}
