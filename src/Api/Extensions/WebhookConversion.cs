using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

/// <summary>Hook that converts objects between the versions of a kind.</summary>
[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookConversion")]
public sealed partial record WebhookConversion
{
    /// <summary>How the server reaches the hook; required with strategy <c>Webhook</c>.</summary>
    [Field(2)]
    public WebhookClientConfig? ClientConfig { get; init; }

    /// <summary>
    /// Versions of <c>ConversionReview</c> that the hook understands, in order of preference; the first that the server knows is sent.
    /// </summary>
    [Field(3, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<string>? ConversionReviewVersions { get; init; }
}
