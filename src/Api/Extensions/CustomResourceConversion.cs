using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceConversion")]
public sealed partial record CustomResourceConversion
{
    [Field(1, Required = true)]
    public string Strategy { get; init; } = "";

    [Field(2)]
    public WebhookConversion? Webhook { get; init; }
}
