using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Networking;

/// <summary>Where requests go: a port of a service or an object of any other kind, never both.</summary>
internal static class IngressBackendValidation
{
    public static void Validate(IngressBackend backend, FieldPath path, FieldErrors errors)
    {
        switch (backend)
        {
            case { Resource: not null, Service: not null }:
                errors.Invalid(path, "", "cannot set both resource and service backends");
                break;
            case { Resource: { } resource }:
                TypedReferenceValidation.Validate(resource.ApiGroup, resource.Kind, resource.Name, path.Child("resource"), errors);
                break;
            case { Service: { } service }:
                ValidateService(service, path, errors);
                break;
            default:
                errors.Invalid(path, "", "resource or service backend is required");
                break;
        }
    }

    private static void ValidateService(IngressServiceBackend service, FieldPath path, FieldErrors errors)
    {
        var name = path.Child("service").Child("name");
        if (service.Name.Length == 0)
        {
            errors.Required(name);
        }
        else
        {
            errors.InvalidAll(name, service.Name, DnsNames.Label1035(service.Name));
        }

        var port = path.Child("service").Child("port");
        switch (service.Port)
        {
            case { Name: not null, Number: not 0 }:
                errors.Invalid(path, "", "cannot set both port name & port number");
                break;
            case { Name: { } portName }:
                errors.InvalidAll(port.Child("name"), portName, Ports.Name(portName));
                break;
            case { Number: not 0 and var number }:
                foreach (var reason in Ports.Number(number))
                {
                    errors.Invalid(port.Child("number"), number, reason);
                }

                break;
            default:
                errors.Required(path, "port name or number is required");
                break;
        }
    }
}
