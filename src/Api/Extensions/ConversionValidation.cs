using ActorKube.Api.AdmissionRegistration;
using ActorKube.Api.Errors;

namespace ActorKube.Api.Extensions;

/// <summary>How objects get from one version to another. Messages name the fields of an older API.</summary>
internal static class ConversionValidation
{
    private const string OnlyWebhook = "should not be set when strategy is not set to Webhook";

    public static void Validate(CustomResourceConversion? conversion, SchemaTolerance tolerance, FieldPath path, FieldErrors errors)
    {
        if (conversion is null)
        {
            return;
        }

        DefinitionSpecValidation.OneOf(conversion.Strategy, ["None", "Webhook"], path.Child("strategy"), errors);
        var (config, versions) = (conversion.Webhook?.ClientConfig, conversion.Webhook?.ConversionReviewVersions ?? []);
        if (conversion.Strategy == "Webhook")
        {
            ValidateClient(config, path.Child("webhookClientConfig"), errors);
            ReviewVersionValidation.Validate(versions, tolerance.UnknownReviewVersions, path.Child("conversionReviewVersions"), errors, required: "");
            return;
        }

        if (config is not null)
        {
            errors.Forbidden(path.Child("webhookClientConfig"), OnlyWebhook);
        }

        if (versions.Count > 0)
        {
            errors.Forbidden(path.Child("conversionReviewVersions"), OnlyWebhook);
        }
    }

    private static void ValidateClient(WebhookClientConfig? config, FieldPath path, FieldErrors errors)
    {
        switch (config)
        {
            case null:
                errors.Required(path, "required when strategy is set to Webhook");
                break;
            case { Url: { } url, Service: null }:
                WebhookAddressValidation.ValidateUrl(url, path.Child("url"), errors);
                break;
            case { Url: null, Service: { } service }:
                WebhookAddressValidation.ValidateService(service.Namespace, service.Name, service.Path, service.Port ?? 0, path.Child("service"), errors);
                break;
            default:
                errors.Required(path, "exactly one of url or service is required");
                break;
        }
    }
}
