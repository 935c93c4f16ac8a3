apiVersion: v1
kind: Service
metadata:
  name: ${context.names["proxy-api"]}
  namespace: ${context.namespace}
  labels: ${context.labels["proxy-api"].object}
spec:
  selector: ${context.labels.proxy.selector}
<#if (jupyterhub.proxy.service.ipFamilyPolicy)?has_content>
  ipFamilyPolicy: ${jupyterhub.proxy.service.ipFamilyPolicy}
</#if>
<#if (jupyterhub.proxy.service.ipFamilies)?has_content>
  ipFamilies: ${jupyterhub.proxy.service.ipFamilies}
</#if>
  ports:
  - port: 8001
    targetPort: api
