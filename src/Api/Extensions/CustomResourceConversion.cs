using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

/// <summary>How objects go from one version to another.</summary>
[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceConversion")]
public sealed partial record CustomResourceConversion
{
    /// <summary><c>None</c> changes <c>apiVersion</c> alone; <c>Webhook</c> asks a hook.</summary>
    [Field(1, Required = true)]
    public string Strategy { get; init; } = "";

    /// <summary>Hook that converts, required for <c>Webhook</c> and not allowed otherwise.</summary>
    [Field(2)]
    public WebhookConversion? Webhook { get; init; }
}
